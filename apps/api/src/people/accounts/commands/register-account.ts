import { Clock } from '@kernel/clock';
import type { Sql } from '@eventstore/record';
import { about, Facts, type Told } from '@kernel/facts';
import type { RegisterAccount as Input } from '@wire/accounts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import { slugOf } from '../domain/slugs';
import { askForProof } from './ask-for-proof';
import { hashNewPassword } from './new-password';

export interface Accepted {
  readonly accepted: true;
}

/** Opens an account. The answer is the same for a known address, whose owner gets a mail instead. */
export class RegisterAccount extends Command<Accepted> {
  constructor(
    readonly input: Input,
    /** For those who bring many accounts: the id to use. */
    readonly accountId: string = randomUUIDv7(),
  ) {
    super();
  }
}

@CommandHandler(RegisterAccount)
export class RegisterAccountHandler implements ICommandHandler<RegisterAccount> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly challenges: Challenges,
  ) {}

  async execute({ input, accountId }: RegisterAccount): Promise<Accepted> {
    const passwordHash = await hashNewPassword(input.password, input);
    return this.facts.commit(async (em, sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [input.email]);
      const known = await em.findOne(Account, { email: input.email });
      const told = known
        ? await this.remind(sql, known)
        : await this.create(em, sql, { input, accountId, passwordHash });
      return { told, answer: { accepted: true as const } };
    });
  }

  private async create(
    em: EntityManager,
    sql: Sql,
    {
      input,
      accountId: id,
      passwordHash,
    }: { input: Input; accountId: string; passwordHash: string },
  ): Promise<Told[]> {
    const { email, name, roles, country, timeZone, locale } = input;
    const account = em.create(Account, {
      id,
      email,
      name,
      country,
      timeZone,
      locale,
      passwordHash,
      slug: slugOf(name, randomBytes(3).toString('hex')),
      roles: [...new Set(roles)],
      activeRole: roles[0] ?? null,
      createdAt: this.clock.now(),
    });
    await em.persist(account).flush();
    const asked = await askForProof(this.challenges, sql, account);
    return [about('account', id, 'AccountRegistered', { accountId: id }), ...asked];
  }

  private async remind(sql: Sql, known: Account): Promise<Told[]> {
    if (!known.emailVerifiedAt) return askForProof(this.challenges, sql, known);
    return [about('account', known.id, 'RegistrationRepeated', { accountId: known.id })];
  }
}
