import { reject } from '@kernel/reject';
import type { AddIpRule } from '@wire/surface';

/** From these lengths on, a rule is about so many that two people have to want it. */
const wide = { 4: 16, 6: 32 } as const;

export const prefixOf = (network: string): number => Number(network.split('/')[1]);

export const needsTwo = (network: string): boolean =>
  prefixOf(network) <= wide[network.includes(':') ? 6 : 4];

/** Nobody locks themselves out, and no rule is over before it begins. */
export function checkRule(
  { effect, expiresAt }: Pick<AddIpRule, 'effect' | 'expiresAt'>,
  { coversMaker, now }: { coversMaker: boolean; now: Date },
): void {
  if (expiresAt !== null && new Date(expiresAt) <= now) reject('surface.already_over');
  if (effect === 'deny' && coversMaker) reject('surface.would_block_you');
}
