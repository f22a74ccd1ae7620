import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import type { LoggedIn, verifyEmail } from '@wire/accounts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { Account } from '../adapters/account';
import { Challenges, type Answered } from '../adapters/challenges';
import { refuseAnswer } from './refuse-answer';
import { SignIn } from './sign-in';

type Input = z.infer<typeof verifyEmail>;
type Unproved = Exclude<Answered, { outcome: 'right' }>;

/** Proves the address by the link or the code of the mail, and signs in. */
export class VerifyEmail extends Command<WithCookies<LoggedIn>> {
  constructor(
    readonly input: Input,
    readonly visitor: Visitor,
  ) {
    super();
  }
}

@CommandHandler(VerifyEmail)
export class VerifyEmailHandler implements ICommandHandler<VerifyEmail> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly challenges: Challenges,
    private readonly signIn: SignIn,
  ) {}

  async execute({ input, visitor }: VerifyEmail): Promise<WithCookies<LoggedIn>> {
    const proved = await this.facts.commit<Account | Unproved>(async (em, sql) => {
      const proved =
        'token' in input
          ? await this.byLink(em, sql, input.token)
          : await this.byCode(em, sql, input);
      if (!(proved instanceof Account)) return { told: [], answer: proved };
      const isFirst = proved.verifyEmail(this.clock.now());
      const fact = about('account', proved.id, 'EmailVerified', { accountId: proved.id });
      return { told: isFirst ? [fact] : [], answer: proved };
    });
    if (!(proved instanceof Account)) return refuseAnswer(proved, 'accounts.verification_invalid');
    return this.signIn.enter(proved, visitor, { by: 'mail' });
  }

  private async byLink(em: EntityManager, sql: Sql, token: string): Promise<Account> {
    const accountId = await this.challenges.follow(sql, token, 'email');
    const account = accountId === undefined ? null : await em.findOne(Account, accountId);
    return account ?? reject('accounts.verification_invalid');
  }

  private async byCode(
    em: EntityManager,
    sql: Sql,
    { email, code }: { email: string; code: string },
  ): Promise<Account | Unproved> {
    const account = await em.findOne(Account, { email });
    if (!account) return { outcome: 'wrong' };
    const answered = await this.challenges.answer(sql, account.id, 'email', code);
    return answered.outcome === 'right' ? account : answered;
  }
}
