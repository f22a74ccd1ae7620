import { provideTranslateService } from '@ngx-translate/core';
import { money } from '@money';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { Split } from '@wire/disputes';
import { WORD_FILES } from '../app/words';
import { SplitControl } from './split-control';

const launch = { id: 'm2', title: 'Launch', amount: money(6_000_000, 'INR') };

async function shown(value: Split) {
  const { fixture } = await render(SplitControl, {
    providers: [
      provideTranslateService(),
      { provide: WORD_FILES, useValue: () => Promise.resolve({}) },
    ],
    inputs: {
      label: 'Share',
      disputed: [launch],
      names: { client: 'Asha', provider: 'Laila' },
      marks: [{ id: 'o1', percent: 80, label: 'Offer of Laila' }],
      value,
    },
  });
  return {
    value: () => fixture.componentInstance.value(),
    slider: screen.getByRole<HTMLInputElement>('slider'),
    exact: screen.getByRole<HTMLInputElement>('textbox'),
  };
}

describe('The control that shares disputed money', () => {
  it('shows one share as a place on the slider and as an exact amount', async () => {
    const { slider, exact } = await shown({ kind: 'percent', provider: 70 });
    expect(slider.value).toBe('70');
    expect(exact.value).toBe('42,000.00');
  });

  it('moves in whole percent, and jumps to what was offered before', async () => {
    const { value, slider, exact } = await shown({ kind: 'percent', provider: 50 });
    fireEvent.input(slider, { target: { value: '71' } });
    expect(value()).toEqual({ kind: 'percent', provider: 71 });
    fireEvent.click(screen.getByRole('button', { name: /Offer of Laila/ }));
    expect(value()).toEqual({ kind: 'percent', provider: 80 });
    expect(exact.value).toBe('48,000.00');
  });

  it('takes an exact amount, and refuses one that is more than there is', async () => {
    const { value, exact } = await shown({ kind: 'percent', provider: 50 });
    const typed = {
      kind: 'amounts',
      milestones: [{ milestoneId: 'm2', toProvider: money(4_123_456, 'INR') }],
    };
    fireEvent.input(exact, { target: { value: '41234.56' } });
    expect(value()).toEqual(typed);
    fireEvent.input(exact, { target: { value: '60000.01' } });
    fireEvent.blur(exact);
    expect(value()).toEqual(typed);
    expect(exact.getAttribute('aria-invalid')).toBe('true');
  });
});
