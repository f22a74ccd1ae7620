import type { DeskRoom } from '@ui/desk';

/** Those who watch over risk: what was found, by which rules, on which lists. */
export const riskDesk = {
  words: 'risk',
  views: {
    alerts: '/risk/alerts',
    rules: '/risk/rules',
    lists: '/risk/lists',
  },
} satisfies DeskRoom;
