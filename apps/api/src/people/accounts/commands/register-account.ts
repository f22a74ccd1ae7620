import { Clock } from '@kernel/clock';
import type { Sql } from '@eventstore/record';
import { about, Facts, type Told } from '@kernel/facts';
import type { RegisterAccount as Input } from '@wire/accounts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { AgreedOnArrival } from '../../consents';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import { askForProof } from './ask-for-proof';
import { lockOnAddress, newAccount } from './new-account';
import { hashNewPassword } from './new-password';
import { remind } from './remind';

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
    private readonly agreements: AgreedOnArrival,
  ) {}

  async execute({ input, accountId }: RegisterAccount): Promise<Accepted> {
    const passwordHash = await hashNewPassword(input.password, input);
    return this.facts.commit(async (em, sql) => {
      await sql.query(lockOnAddress, [input.email]);
      const known = await em.findOne(Account, { email: input.email });
      const told = known
        ? await remind(this.challenges, sql, known)
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
    const account = await newAccount(em, input, {
      ...{ id, passwordHash },
      createdAt: this.clock.now(),
    });
    const asked = await askForProof(this.challenges, sql, account);
    const agreed = await this.agreements.write(sql, { ...input, accountId: id });
    return [about('account', id, 'AccountRegistered', { accountId: id }), ...agreed, ...asked];
  }
}
