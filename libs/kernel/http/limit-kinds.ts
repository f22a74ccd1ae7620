export interface LimitRule {
  readonly points: number;
  readonly seconds: number;
  /** Whose points are spent; the address of the caller where there is neither. */
  readonly by: 'account' | 'email' | 'ip';
  /** Success gives the point back: only failures count. */
  readonly refunded?: true;
  /** While nobody can count: refuse what can be guessed at, let through what people are working on. */
  readonly whenAway: 'open' | 'closed';
}

/** Every limit but the two that count all requests, of an address and of an account. */
export const limitKinds = {
  login: { points: 10, seconds: 900, by: 'email', refunded: true, whenAway: 'closed' },
  register: { points: 60, seconds: 3_600, by: 'ip', whenAway: 'closed' },
  // Codes have a lock of their own; this one stops a flood of wrong ones. Whoever is right pays
  // nothing: the people of an office share one address.
  verification: { points: 60, seconds: 900, by: 'email', refunded: true, whenAway: 'closed' },
  // Begins a way in, and leaves a row behind.
  beginning: { points: 300, seconds: 900, by: 'ip', whenAway: 'closed' },
  codes: { points: 10, seconds: 900, by: 'email', whenAway: 'closed' },
  reset: { points: 5, seconds: 3_600, by: 'email', whenAway: 'closed' },
  proposals: { points: 10, seconds: 60, by: 'account', whenAway: 'open' },
  messages: { points: 60, seconds: 60, by: 'account', whenAway: 'open' },
  uploads: { points: 120, seconds: 60, by: 'account', whenAway: 'open' },
  reports: { points: 60, seconds: 60, by: 'ip', whenAway: 'open' },
  payments: { points: 60, seconds: 60, by: 'account', whenAway: 'open' },
} as const satisfies Record<string, LimitRule>;

export type LimitKind = keyof typeof limitKinds;
