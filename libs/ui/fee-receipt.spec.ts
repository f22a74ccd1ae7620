import { provideTranslateService } from '@ngx-translate/core';
import { money } from '@money';
import { fundingReceipt, releaseReceipt, standardFees } from '@money/fees';
import { render, screen, within } from '@testing-library/angular';
import { WORD_FILES } from './app/words';
import { FeeReceipt } from './fee-receipt';

const milestone = money(4_000_000, 'INR');

async function shown() {
  const { amount, fee, tax, total } = fundingReceipt(milestone, standardFees);
  await render(FeeReceipt, {
    providers: [
      provideTranslateService(),
      { provide: WORD_FILES, useValue: () => Promise.resolve({}) },
    ],
    inputs: {
      heading: 'What you pay',
      lines: [
        { label: 'Milestone 1', amount },
        { label: 'Service fee', rate: '3 %', amount: fee, why: 'Taken once, when you fund.' },
        { label: 'GST on the fee', rate: '18 %', amount: tax },
      ],
      total: { label: 'You pay now', amount: total },
      other: { label: 'Yusuf gets', amount: releaseReceipt(milestone, standardFees).net },
    },
  });
  return within(screen.getByRole('region', { name: 'What you pay' }));
}
const amountOf = (term: HTMLElement) => term.closest('div')?.querySelector('dd')?.textContent;

describe('the receipt before a commitment', () => {
  it('shows each line, the total, and what the other side gets', async () => {
    const receipt = await shown();
    const amounts = ['Milestone 1', 'Service fee', 'GST on the fee', 'You pay now', 'Yusuf gets'];
    expect(amounts.map((label) => amountOf(receipt.getByText(label))?.trim())).toEqual([
      '₹40,000.00',
      '₹1,200.00',
      '₹216.00',
      '₹41,416.00',
      '₹35,280.00',
    ]);
  });

  it('explains only the lines that have a reason', async () => {
    const receipt = await shown();
    expect(receipt.getAllByRole('button')).toHaveLength(1);
    expect(receipt.getByText('Taken once, when you fund.')).toBeTruthy();
  });
});
