import type { DeskRoom } from '@ui/desk';

/** Whether what others say of our money is what the ledger says: day by day, and what is not yet so. */
export const reconciliationDesk = {
  words: 'reconciliation',
  views: {
    runs: '/finance/reconciliation',
    breaks: '/finance/reconciliation/breaks',
    safeguarding: '/finance/reconciliation/safeguarding',
    controls: '/finance/reconciliation/controls',
  },
} satisfies DeskRoom;
