import { canonical, sha256 } from '@eventstore/chain';
import type { Money } from '@money';
import type { Change } from '@wire/approvals';
import { isAllowed, type Permission } from '@wire/permissions';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ReadersOf } from '../../../people/accounts';
import { approval, request } from '../domain/approval';

export interface Proposal {
  /** `hold.lift`, `journal.post` …: the asking context runs what is granted under this name. */
  readonly action: string;
  /** The stream it is about: `escrow-…`, `dispute-…`. */
  readonly subject: string;
  /** The exact input of the command that will run: ids, amounts, codes. No personal text. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly amount?: Money;
  /** Who gains by it: neither asks for it nor decides it. */
  readonly beneficiaries: readonly string[];
  /** Kept in a row; the record has only its hash. */
  readonly reason: string;
  /** What the second person needs when deciding. */
  readonly requiredPermission: Permission;
  /** What the maker needs, now and when it is decided; being of staff is the least. */
  readonly makerPermission?: Permission;
  /** What would be different afterwards, for people to read. */
  readonly changes?: readonly Change[];
}

/** Somebody proposes an action that needs a second person. Runs as the maker. */
export class RequestApproval extends Command<{ approvalId: string }> {
  constructor(
    readonly proposal: Proposal,
    readonly idempotencyKey?: string,
  ) {
    super();
  }
}

@CommandHandler(RequestApproval)
export class RequestApprovalHandler implements ICommandHandler<RequestApproval> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ proposal, idempotencyKey }: RequestApproval): Promise<{ approvalId: string }> {
    const makerId = this.person();
    const { reason: said, changes = [], makerPermission = 'read Console', ...plain } = proposal;
    const reason = await this.keys.seal(makerId, said);
    const approvalId = randomUUIDv7();
    const wish = {
      ...plain,
      approvalId,
      makerId,
      makerPermission,
      beneficiaries: [...new Set(plain.beneficiaries)],
      amount: plain.amount ?? null,
      payloadHash: sha256(canonical(plain.payload)).toString('hex'),
      reasonHash: sha256(reason).toString('hex'),
    };
    const maker = (await this.queries.execute(new ReadersOf([makerId]))).get(makerId);
    const mayAsk = maker !== undefined && isAllowed(maker, makerPermission);
    const now = this.clock.now();
    const intent =
      idempotencyKey === undefined
        ? undefined
        : {
            scope: `approval:${makerId}`,
            key: idempotencyKey,
            request: proposal,
          };
    return this.streams.decide(
      approval,
      approvalId,
      (state) => ({ facts: [request(state, wish, { mayAsk, now })], answer: { approvalId } }),
      {
        intent,
        also: async (sql) => {
          await sql.query(
            'insert into approval_words (approval_id, reason, changes) values ($1, $2, $3)',
            [approvalId, reason, JSON.stringify(changes)],
          );
        },
      },
    );
  }

  private person(): string {
    const { type, id } = this.context.actor;
    return type === 'staff' || type === 'user' ? id : reject('request.unauthenticated');
  }
}
