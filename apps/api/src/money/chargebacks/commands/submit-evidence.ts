import { canonical, sha256 } from '@eventstore/chain';
import type { SubmitEvidence as Input } from '@wire/chargebacks';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Jobs } from '@kernel/jobs';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { DescribeFiles } from '../../../platform/files';
import { answer, chargeback, known } from '../domain/chargeback';

/** Finance answers a chargeback; the gateway gets it outside the transaction. */
export class SubmitEvidence extends Command<void> {
  constructor(
    readonly chargebackId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(SubmitEvidence)
export class SubmitEvidenceHandler implements ICommandHandler<SubmitEvidence> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly jobs: Jobs,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ chargebackId, input }: SubmitEvidence): Promise<void> {
    const { files } = input;
    const summary = await this.keys.seal(this.context.actor.id, input.summary);
    const described = await this.queries.execute(new DescribeFiles(files));
    const hashes = files.map((file) => described.get(file)?.sha256 ?? reject('files.not_found'));
    const now = this.clock.now();
    const evidenceId = randomUUIDv7();
    const sha = sha256(canonical({ summary, hashes })).toString('hex');
    const evidence = { evidenceId, sha256: sha, files: files.length, now };
    let open = known(await this.streams.read(chargeback, chargebackId));
    await this.streams.decide(
      chargeback,
      chargebackId,
      (state) => {
        open = known(state);
        return { facts: [answer(state, evidence)] };
      },
      {
        also: async (sql) => {
          const { phase, gatewayDisputeId } = open;
          await sql.query(
            `insert into chargeback_evidence (id, chargeback_id, phase, summary, files, by, at)
              values ($1, $2, $3, $4, $5, $6, $7)`,
            [evidenceId, chargebackId, phase, summary, files, this.context.actor.id, now],
          );
          const contest = { gatewayDisputeId, summary, amountMinor: open.amount.amountMinor };
          await this.jobs.add(sql, 'payments', 'contest', contest, { id: `contest-${evidenceId}` });
        },
      },
    );
  }
}
