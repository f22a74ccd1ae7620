import { Clock } from '@kernel/clock';
import type { Sql } from '@eventstore/record';
import { about, Facts, type Told } from '@kernel/facts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { AgreedOnArrival } from '../../consents';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import { askForProof } from './ask-for-proof';
import { lockOnAddress, newAccount, type Person } from './new-account';
import { remind } from './remind';

interface Outcome {
  readonly told: Told[];
  readonly answer: string | null;
}

/**
 * For other contexts that know who somebody is: an account without a password. The answer is its id
 * where the address was `proved` elsewhere and is new here, and null otherwise.
 */
export class OpenAccount extends Command<string | null> {
  constructor(
    readonly person: Person,
    readonly proved: boolean,
  ) {
    super();
  }
}

@CommandHandler(OpenAccount)
export class OpenAccountHandler implements ICommandHandler<OpenAccount> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly challenges: Challenges,
    private readonly agreements: AgreedOnArrival,
  ) {}

  execute({ person, proved }: OpenAccount): Promise<string | null> {
    return this.facts.commit<string | null>(async (em, sql) => {
      await sql.query(lockOnAddress, [person.email]);
      const known = await em.findOne(Account, { email: person.email });
      return proved
        ? this.proved(em, sql, { person, known })
        : this.asked(em, sql, { person, known });
    });
  }

  /** Somebody who had taken the address without proving it never had it: their password is gone. */
  private async proved(
    em: EntityManager,
    sql: Sql,
    { person, known }: { person: Person; known: Account | null },
  ): Promise<Outcome> {
    if (known?.emailVerifiedAt) return { told: [], answer: null };
    const account = known ?? (await this.create(em, person));
    if (known) {
      const { name, country, timeZone, locale } = person;
      Object.assign(known, { name, country, timeZone, locale, passwordHash: '' });
      await this.challenges.drop(sql, known.id, ['email', 'reset', 'log_in']);
    }
    account.verifyEmail(this.clock.now());
    const { id: accountId } = account;
    const registered = about('account', accountId, 'AccountRegistered', { accountId });
    const verified = about('account', accountId, 'EmailVerified', { accountId });
    const agreed = await this.agreements.write(sql, { ...person, accountId });
    return { told: [...(known ? [] : [registered]), ...agreed, verified], answer: accountId };
  }

  /** As at a registration: the same answer for a known address, whose owner gets a mail instead. */
  private async asked(
    em: EntityManager,
    sql: Sql,
    { person, known }: { person: Person; known: Account | null },
  ): Promise<Outcome> {
    if (known) return { told: await remind(this.challenges, sql, known), answer: null };
    const account = await this.create(em, person);
    const { id: accountId } = account;
    const registered = about('account', accountId, 'AccountRegistered', { accountId });
    const agreed = await this.agreements.write(sql, { ...person, accountId });
    return {
      told: [registered, ...agreed, ...(await askForProof(this.challenges, sql, account))],
      answer: null,
    };
  }

  private create(em: EntityManager, person: Person): Promise<Account> {
    const beginning = { id: randomUUIDv7(), passwordHash: '', createdAt: this.clock.now() };
    return newAccount(em, person, beginning);
  }
}
