import { provideTranslateService } from '@ngx-translate/core';
import { render, screen } from '@testing-library/angular';
import { WORD_FILES } from '../app/words';
import { TagsField } from './tags-field';

async function shown(suggestions: string[] = []) {
  const { fixture } = await render(TagsField, {
    providers: [
      provideTranslateService(),
      { provide: WORD_FILES, useValue: () => Promise.resolve({}) },
    ],
    inputs: { label: 'Skills', suggestions },
  });
  const field = screen.getByRole<HTMLInputElement>('combobox');
  const press = (key: string) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  return {
    field,
    words: () => fixture.componentInstance.value(),
    /** As fast as fingers and machines can: no frame is drawn in between. */
    type: (word: string) => {
      field.value = word;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      press('Enter');
    },
    press,
    draws: () => fixture.whenStable(),
  };
}

describe('Words of a list', () => {
  it('are all taken, however fast they are typed', async () => {
    const { type, words, draws } = await shown(['angular', 'arabic', 'postgresql']);
    ['Angular', 'postgresql', 'arabic', 'weaving'].forEach(type);
    await draws();
    expect(words()).toEqual(['angular', 'postgresql', 'arabic', 'weaving']);
  });

  it('leave an empty field behind', async () => {
    const { type, field, draws } = await shown();
    type('angular');
    await draws();
    expect(field.value).toBe('');
  });

  it('are taken back one by one, from an empty field', async () => {
    const { type, words, press } = await shown();
    ['angular', 'arabic'].forEach(type);
    press('Backspace');
    expect(words()).toEqual(['angular']);
  });
});
