import type { StandstillWords } from './words';

export const standstill: StandstillWords = {
  bank_took_back: {
    subject: 'A payment was taken back: {{contract}}',
    heading: 'The bank took a payment back',
    paragraphs: [
      'The bank that paid for “{{contract}}” took {{amount}} back. What of it is still in escrow stands still until that bank has decided; we send it our evidence. Neither of you has to do anything now.',
    ],
    action: 'See the contract',
  },
  bank_gave_back: {
    subject: 'The payment is back: {{contract}}',
    heading: 'The bank gave the payment back',
    paragraphs: [
      '{{amount}} for “{{contract}}” came back from the bank and is where it was before.',
    ],
    action: 'See the contract',
  },
  bank_kept: {
    subject: 'The bank keeps the payment: {{contract}}',
    heading: 'The bank decided',
    paragraphs: [
      'The bank that paid for “{{contract}}” keeps {{amount}}. The contract shows what that means for its milestones.',
    ],
    action: 'See the contract',
  },
  money_held: {
    subject: 'Money is on hold: {{contract}}',
    heading: 'Money of a contract is on hold',
    paragraphs: [
      'We are completing a check that we are obliged to make. Until then money of “{{contract}}” stays where it is; your agreement goes on. We will write as soon as it can move again.',
    ],
    action: 'See the contract',
  },
  money_free: {
    subject: 'Money can move again: {{contract}}',
    heading: 'The hold is over',
    paragraphs: ['Our check is complete. Money of “{{contract}}” can move again.'],
    action: 'See the contract',
  },
  wallet_held: {
    subject: 'Your wallet is on hold',
    heading: 'Money cannot leave your wallet for now',
    paragraphs: [
      'We are completing a check that we are obliged to make. Until then money stays on your wallet and can still come in. We will write as soon as it can leave again.',
    ],
    action: 'Open the wallet',
  },
  wallet_free: {
    subject: 'Your wallet is free again',
    heading: 'Money can leave your wallet again',
    paragraphs: ['Our check is complete. Payouts and refunds work again.'],
    action: 'Open the wallet',
  },
};
