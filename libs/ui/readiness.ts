import type { MyVerification } from '@wire/verification';

export interface ReadyStep {
  readonly id: 'email' | 'phone' | 'identity' | 'bank';
  readonly done: boolean;
  /** Where it is done; the page of the papers has no link to itself. */
  readonly link: string;
}

type Known = Pick<MyVerification, 'emailVerified' | 'phoneVerified' | 'bankVerified' | 'tier'>;

/** What has to be there before money can reach somebody, in the order in which it is done. */
export function readiness({
  emailVerified,
  phoneVerified,
  bankVerified,
  tier,
}: Known): ReadyStep[] {
  return [
    { id: 'email', done: emailVerified, link: '/settings/account' },
    { id: 'phone', done: phoneVerified, link: '/settings/account' },
    { id: 'identity', done: tier === 'T2' || tier === 'T3', link: '/settings/verification' },
    { id: 'bank', done: bankVerified, link: '/wallet/payout' },
  ];
}
