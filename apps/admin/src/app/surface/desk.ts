import type { DeskRoom } from '@ui/desk';

/** The edge: who is kept out, who was too fast, what browsers refused, which secrets. */
export const surfaceDesk = {
  words: 'surface',
  views: {
    'ip-rules': '/ip-rules',
    'rate-limits': '/rate-limits',
    'browser-reports': '/browser-reports',
    secrets: '/secrets',
  },
} satisfies DeskRoom;
