import { provideTranslateService } from '@ngx-translate/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import { WORD_FILES } from '../app/words';
import { OtpField } from './otp-field';

async function shown() {
  const sent = jest.fn();
  const { fixture, container } = await render(OtpField, {
    providers: [
      provideTranslateService(),
      { provide: WORD_FILES, useValue: () => Promise.resolve({}) },
    ],
    inputs: { label: 'Code' },
    on: { complete: sent },
  });
  const field = screen.getByLabelText<HTMLInputElement>('Code');
  return {
    field,
    sent,
    put: async (text: string) => {
      fireEvent.input(field, { target: { value: text } });
      await fixture.whenStable();
    },
    boxes: () =>
      [...container.querySelectorAll('.boxes span')].map((one) => one.textContent.trim()).join(''),
  };
}

describe('six digits', () => {
  it('are one field with one label, which phones fill from the message', async () => {
    const { field } = await shown();
    expect(screen.getAllByRole('textbox')).toEqual([field]);
    expect(field.autocomplete).toBe('one-time-code');
    expect(field.inputMode).toBe('numeric');
    expect(document.querySelector('.boxes')?.getAttribute('aria-hidden')).toBe('true');
  });

  it.each(['123456', '123 456', ' 123-456\n', '1234567'])(
    'are filled by %j at once',
    async (text) => {
      const { put, boxes, sent } = await shown();
      await put(text);
      expect(boxes()).toBe('123456');
      expect(sent).toHaveBeenCalledTimes(1);
      expect(sent).toHaveBeenCalledWith('123456');
    },
  );

  it('are not sent before the last one', async () => {
    const { put, sent, boxes } = await shown();
    await put('12345');
    expect(boxes()).toBe('12345');
    expect(sent).not.toHaveBeenCalled();
  });
});
