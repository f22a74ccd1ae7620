import { provideTranslateService } from '@ngx-translate/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import { WORD_FILES } from '../app/words';
import { PhoneField } from './phone-field';

async function shown(country?: string) {
  const { fixture } = await render(PhoneField, {
    providers: [
      provideTranslateService(),
      { provide: WORD_FILES, useValue: () => Promise.resolve({}) },
    ],
    inputs: { label: 'Phone', ...(country && { country }) },
  });
  const field = screen.getByLabelText<HTMLInputElement>('Phone');
  const chooser = screen.getByRole<HTMLSelectElement>('combobox');
  return {
    field,
    chooser,
    type: (text: string) => fireEvent.input(field, { target: { value: text } }),
    leave: async () => {
      fireEvent.blur(field);
      await fixture.whenStable();
    },
    choose: (code: string) => fireEvent.change(chooser, { target: { value: code } }),
    value: () => fixture.componentInstance.value(),
    settled: () => fixture.whenStable(),
  };
}

describe('a phone number', () => {
  it('is typed as at home, and is E.164', async () => {
    const { type, leave, value, field } = await shown('IN');
    type('098123 45678');
    expect(value()).toBe('+919812345678');
    await leave();
    expect(field.value).toBe('098123 45678');
  });

  it('belongs to the country that is chosen', async () => {
    const { type, choose, value } = await shown('IN');
    type('0100 123 4567');
    choose('EG');
    expect(value()).toBe('+201001234567');
  });

  it('chooses its country when it is written with its code', async () => {
    const { type, leave, value, chooser, field } = await shown('IN');
    type('+20 100 123 4567');
    await leave();
    expect(value()).toBe('+201001234567');
    expect(chooser.value).toBe('EG');
    expect(field.value).toBe('010 01234567');
  });

  it('says that it is none, but not before one has finished', async () => {
    const { type, leave, settled, field } = await shown('IN');
    type('98');
    await settled();
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await leave();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('98');
  });
});
