/** A member, as far as a directory is concerned. */
export interface Seated {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}

export interface Listed {
  readonly id: string;
  readonly accountId: string | null;
  readonly email: string;
  readonly active: boolean;
}

export interface Drift {
  readonly add: readonly Seated[];
  readonly change: readonly { id: string; accountId: string | null; active: boolean }[];
}

/**
 * What has to be changed in the list of users so that it says who is in the organisation: people come
 * by invitations and by the issuer, and leave by themselves. Of others than its own addresses the
 * directory knows nothing.
 */
export function driftOf(
  members: readonly Seated[],
  users: readonly Listed[],
  domains: readonly string[],
): Drift {
  const ours = members.filter(({ email }) => domains.some((one) => email.endsWith(`@${one}`)));
  const add: Seated[] = [];
  const change: Drift['change'][number][] = [];
  for (const member of ours) {
    const { accountId, email } = member;
    const known =
      users.find((one) => one.accountId === accountId) ?? users.find((one) => one.email === email);
    if (!known) add.push(member);
    else if (known.accountId !== accountId || !known.active)
      change.push({ id: known.id, accountId, active: true });
  }
  const seated = new Set(members.map(({ accountId }) => accountId));
  for (const { id, accountId, active } of users)
    if (
      active &&
      accountId !== null &&
      !seated.has(accountId) &&
      !change.some((one) => one.id === id)
    )
      change.push({ id, accountId, active: false });
  return { add, change };
}
