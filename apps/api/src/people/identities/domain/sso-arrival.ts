import { reject } from '@kernel/reject';

/** Somebody whom the issuer of an organisation vouches for, and what is known of them here. */
export interface SsoArrival {
  /** The account that this subject of this very connection opens, with its role in the organisation. */
  readonly known: Person | null;
  readonly email: string | null;
  readonly emailVerified: boolean;
  /** Whether the organisation proved the domain of the address. */
  readonly isOurAddress: boolean;
  /** Whoever proved here that the address is theirs. */
  readonly owner: Person | null;
  /** What its directory says of the address; null when it says nothing. */
  readonly directory: 'active' | 'inactive' | null;
  readonly seat: 'invited' | 'free' | 'full';
  /** Whoever comes joins. */
  readonly joins: boolean;
}

interface Person {
  readonly accountId: string;
  readonly isMember: boolean;
  readonly isStaff: boolean;
}

export type Welcome =
  | { readonly next: 'enter'; readonly accountId: string; readonly link: boolean }
  /** Has to say who they are here, or open an account, and joins by that. */
  | { readonly next: 'arrive' };

/**
 * Where somebody goes who came back from the issuer of an organisation. An issuer opens accounts of
 * its own members alone: of those who linked it, and of those whose address is in a domain of the
 * organisation. To everybody else's account it is a stranger, whatever address it names.
 */
export function welcome(arrival: SsoArrival): Welcome {
  const { known, owner, seat, directory } = arrival;
  if (known?.isStaff || owner?.isStaff) return reject('sso.staff');
  if (known?.isMember) return { next: 'enter', accountId: known.accountId, link: false };
  if (arrival.email === null || !arrival.emailVerified || !arrival.isOurAddress)
    return reject('sso.address_refused');
  if (owner?.isMember) return { next: 'enter', accountId: owner.accountId, link: true };
  if (directory === 'inactive') return reject('sso.deactivated');
  if (!arrival.joins && directory !== 'active' && seat !== 'invited')
    return reject('sso.not_a_member');
  if (seat === 'full') return reject('organisations.no_seat');
  return { next: 'arrive' };
}
