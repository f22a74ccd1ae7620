import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { GiveUp, takeover } from '@kernel/jobs';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { QueryBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { DisputesOf } from '../../../money/disputes';
import { CodeOf, PhoneOf, ReadersOf } from '../../../people/accounts';
import { NumberMarks } from '../adapters/number-marks';
import { readNumber } from '../adapters/numbers';
import { openText } from '../adapters/text-rows';
import { isStopped } from '../adapters/text-stops';
import { Texting } from '../adapters/twilio';
import { optedOut } from '../domain/text-status';
import { codeIn, disputedIn } from '../domain/words';
import { Hearing } from './hear-status';
import { Rest } from './rest';

interface Asked {
  readonly challengeId?: string;
  readonly accountId?: string;
  readonly contractId?: string;
  readonly disputeId?: string;
  /** What somebody has to do in the dispute. */
  readonly step?: 'answer' | 'appeal';
}

/** As long as the dispute is in this state, the step is still to be taken. */
const stateOf = { answer: 'evidence', appeal: 'decided' } as const;

interface Message {
  readonly accountId: string;
  readonly challengeId: string | null;
  readonly purpose: string;
  readonly target: string;
  readonly body: string;
}

/** Sends what is owed to phones. A number that Twilio refuses is not tried again; a silent Twilio is. */
@Processor('texts', takeover)
export class SendText extends WorkerHost {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly texting: Texting,
    private readonly hearing: Hearing,
    private readonly marks: NumberMarks,
    private readonly rest: Rest,
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {
    super();
  }

  override process({ id = '', name, data }: Job<Asked>): Promise<void> {
    return this.context.run({}, async () => {
      const message = await (name === 'disputed' ? this.disputed(id, data) : this.code(data));
      if (message) await this.send(`${name}:${data.challengeId ?? id}`, message);
    });
  }

  /** A code that was used or ran out meanwhile helps nobody. */
  private async code({ challengeId = '' }: Asked): Promise<Message | undefined> {
    const found = await this.queries.execute(new CodeOf(challengeId));
    if (!found) return undefined;
    const { accountId, purpose, target, code } = found;
    const reader = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    const body = codeIn(reader?.locale ?? 'en', code);
    return { accountId, challengeId, purpose, target, body };
  }

  /** Only to a number that was proved to be the reader's, while it is true, and not at night. */
  private async disputed(id: string, asked: Asked): Promise<Message | undefined> {
    const { accountId = '' } = asked;
    if (await this.isOver(asked)) return undefined;
    if (await this.rest.holds({ ...asked, accountId, id })) return undefined;
    const found = await this.queries.execute(new PhoneOf(accountId));
    const plain = { accountId, challengeId: null, purpose: 'disputed' };
    return found ? { ...plain, target: found.phone, body: disputedIn(found.locale) } : undefined;
  }

  /** Whether the step was taken or its time is up. A dispute that cannot be seen yet has just begun. */
  private async isOver({ contractId = '', disputeId, step }: Asked): Promise<boolean> {
    if (!disputeId || !step) return false;
    const all = await this.queries.execute(new DisputesOf([contractId]));
    const standing = all.find(({ id }) => id === disputeId);
    if (!standing) return false;
    const { state, deadline } = standing;
    const isLate = Date.parse(deadline ?? '') <= this.clock.now().getTime();
    return state !== stateOf[step] || isLate;
  }

  private async send(cause: string, { target, body, ...owed }: Message): Promise<void> {
    const number = readNumber(target);
    const sender = this.texting.senderFor(number.country);
    const marks = this.marks.of(target);
    const row = { ...owed, cause, number, sender, mark: marks[0] };
    const { id, status } = await openText(this.database, row);
    if (status !== 'waiting') return;
    if (await isStopped(this.database, marks))
      return this.hearing.hear(id, { said: 'failed', errorCode: optedOut });
    try {
      await this.texting.send({ id, to: target, sender, body });
    } catch (error) {
      return this.refused(id, error);
    }
    await this.hearing.hear(id, { said: 'queued', errorCode: null });
  }

  private async refused(id: string, error: unknown): Promise<void> {
    const {
      status = 500,
      code = null,
      message,
    } = error as {
      status?: number;
      code?: number;
      message: string;
    };
    if (status >= 500 || status === 429) throw error;
    await this.hearing.hear(id, { said: 'failed', errorCode: code });
    // That somebody wants no texts is nothing to look into.
    if (code !== optedOut) throw new GiveUp(message);
  }
}
