import type { DeskRoom } from '@ui/desk';

/** Compliance: what is held, what the gateways will not hold for long, who is restricted. */
export const holdsDesk = {
  words: 'holds',
  views: {
    holds: '/compliance/holds',
    radar: '/compliance/holds/radar',
    wallets: '/compliance/holds/wallets',
  },
} satisfies DeskRoom;
