import { escrows, rounding } from './planted-escrow';
import type { Planted } from './planted-in';
import { deciders, gateways } from './planted-money';
import { database, kernel } from './planted-record';

/** Every planted fault; each has to be noticed. */
export const planted: readonly Planted[] = [
  ...[...rounding, ...escrows, ...gateways, ...deciders],
  ...[...kernel, ...database],
];
