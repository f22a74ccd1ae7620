import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { ProviderName } from '@wire/identities';
import { randomUUIDv7 } from 'node:crypto';
import { connectionIn, type Profile, type ProviderKey } from './provider';

interface Row {
  readonly id: string;
  readonly account_id: string;
}

/** Whose account an identity opens, and that it was used just now. */
export async function accountOf(
  sql: Sql,
  { provider, subject, email }: Pick<Profile, 'provider' | 'subject' | 'email'>,
): Promise<string | null> {
  const [row] = await sql.query<Row>(
    `update identities set used_at = now(), email = coalesce($3, email)
      where provider = $1 and subject = $2 returning id, account_id`,
    [provider, subject, email],
  );
  return row?.account_id ?? null;
}

/**
 * One identity opens one account, and an account has one of each provider. Rejects
 * identities.linked_elsewhere and identities.already_linked.
 */
export async function link(
  sql: Sql,
  accountId: string,
  profile: Pick<Profile, 'provider' | 'subject' | 'email'>,
): Promise<Told[]> {
  const { provider, subject, email } = profile;
  const [known] = await sql.query<Row>(
    'select id, account_id from identities where provider = $1 and subject = $2 for update',
    [provider, subject],
  );
  if (known)
    return known.account_id === accountId
      ? []
      : reject('identities.linked_elsewhere', { provider });
  const identityId = randomUUIDv7();
  const added = await sql.query(
    `insert into identities (id, account_id, provider, subject, email, linked_at)
      values ($1, $2, $3, $4, $5, now()) on conflict do nothing returning 1`,
    [identityId, accountId, provider, subject, email],
  );
  if (added.length === 0) return reject('identities.already_linked', { provider });
  return [told(accountId, identityId, provider)];
}

function told(accountId: string, identityId: string, provider: ProviderKey): Told {
  const connectionId = connectionIn(provider);
  const known = { accountId, identityId };
  return connectionId === null
    ? about('account', accountId, 'IdentityLinked', { ...known, provider })
    : about('account', accountId, 'SsoIdentityLinked', { ...known, connectionId });
}

/** The provider of what is gone. Rejects identities.not_found. */
export async function unlink(sql: Sql, accountId: string, id: string): Promise<ProviderName> {
  const [row] = await sql.query<{ provider: ProviderName }>(
    `delete from identities where id = $1 and account_id = $2 and provider not like 'sso:%'
      returning provider`,
    [id, accountId],
  );
  return row?.provider ?? reject('identities.not_found');
}
