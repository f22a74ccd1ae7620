import type { DeliverMilestone as Input } from '@wire/escrow';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { MayBegin } from '../../../market/onboarding';
import { DescribeFiles, GrantFiles } from '../../../platform/files';
import { escrow, opened } from '../domain/escrow';
import { submit } from '../domain/work';

/** The provider delivers a milestone; a further delivery is the next version. */
export class DeliverMilestone extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly milestoneId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(DeliverMilestone)
export class DeliverMilestoneHandler implements ICommandHandler<DeliverMilestone> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ contractId, milestoneId, input }: DeliverMilestone): Promise<void> {
    const { id: by } = this.context.actor;
    await this.queries.execute(new MayBegin(contractId));
    const artifactHashes = await this.hashes(input.files);
    const { clientId } = opened(await this.streams.read(escrow, contractId));
    const deliveryId = randomUUIDv7();
    const work = { milestoneId, deliveryId, artifactHashes, now: this.clock.now() };
    const note = await this.keys.seal(by, input.note);
    let version = 0;
    await this.streams.decide(
      escrow,
      contractId,
      (state) => {
        const fact = submit(state, by, work);
        version = fact.data.version;
        return { facts: [fact] };
      },
      {
        also: async (sql) => {
          await sql.query(
            `insert into deliveries (id, contract_id, milestone_id, version, note, files, at)
              values ($1, $2, $3, $4, $5, $6, $7)`,
            [
              deliveryId,
              contractId,
              milestoneId,
              version,
              note,
              input.files,
              work.now.toISOString(),
            ],
          );
          await this.commands.execute(new GrantFiles(input.files, clientId, sql));
        },
      },
    );
  }

  private async hashes(files: string[]): Promise<string[]> {
    const described = await this.queries.execute(new DescribeFiles(files));
    return files.map((file) => described.get(file)?.sha256 ?? reject('files.not_found'));
  }
}
