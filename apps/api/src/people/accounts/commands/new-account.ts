import type { RegisterAccount } from '@wire/accounts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { randomBytes } from 'node:crypto';
import { Account } from '../adapters/account';
import { slugOf } from '../domain/slugs';

export type Person = Omit<RegisterAccount, 'password'>;

interface Beginning {
  readonly id: string;
  /** Empty: no password opens it. */
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** A row for somebody whose address nobody has proved yet. */
export async function newAccount(
  em: EntityManager,
  { email, name, roles, country, timeZone, locale }: Person,
  beginning: Beginning,
): Promise<Account> {
  const account = em.create(Account, {
    ...beginning,
    ...{ email, name, country, timeZone, locale },
    slug: slugOf(name, randomBytes(3).toString('hex')),
    roles: [...new Set(roles)],
    activeRole: roles[0] ?? null,
  });
  await em.persist(account).flush();
  return account;
}

/** Two who open an account with one address at the same moment wait for each other. */
export const lockOnAddress = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';
