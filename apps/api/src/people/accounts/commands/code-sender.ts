import type { Sql } from '@eventstore/record';
import { about, Facts, type Told } from '@kernel/facts';
import { Jobs } from '@kernel/jobs';
import { Injectable } from '@nestjs/common';
import type { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import type { Accepted } from './register-account';

const lifeSeconds = 600;

export interface Sending {
  readonly account: Pick<Account, 'id'>;
  readonly purpose: string;
  readonly target: string;
  readonly channel: 'sms' | 'mail';
}

/** Six digits to a phone or by mail; nothing when the last ones are a minute old or less. */
@Injectable()
export class CodeSender {
  constructor(
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly jobs: Jobs,
  ) {}

  send(sending: Sending): Promise<Accepted> {
    return this.facts.commit(async (_, sql) => ({
      told: await this.within(sql, sending),
      answer: { accepted: true as const },
    }));
  }

  /** The message leaves from a job of the same transaction; a mail leaves by the fact. */
  private async within(
    sql: Sql,
    { account: { id: accountId }, purpose, target, channel }: Sending,
  ): Promise<Told[]> {
    const asked = { accountId, purpose, target, lifeSeconds };
    const challengeId = await this.challenges.ask(sql, asked);
    if (!challengeId) return [];
    if (channel === 'sms')
      await this.jobs.add(sql, 'texts', 'code', { challengeId }, { id: challengeId });
    return [about('account', accountId, 'CodeAsked', { accountId, challengeId, purpose, channel })];
  }
}
