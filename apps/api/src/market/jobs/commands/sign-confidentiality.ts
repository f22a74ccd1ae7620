import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import type { SignConfidentiality as Input } from '@wire/confidentiality';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { NamesOf } from '../../../people/profiles';
import { DescribeFiles, GrantFiles } from '../../../platform/files';
import { lockedJob } from '../adapters/locked-job';
import { signedBy } from '../adapters/signature-rows';
import { keepText, wordingsFor } from '../adapters/wordings';
import { signable } from '../domain/confidentiality';
import { JobPage } from '../queries/job-page';

/** Whoever signs may read what the job holds back. Signing again changes nothing. */
export class SignConfidentiality extends Command<void> {
  constructor(
    readonly jobId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(SignConfidentiality)
export class SignConfidentialityHandler implements ICommandHandler<SignConfidentiality> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async execute({ jobId, input }: SignConfidentiality): Promise<void> {
    const { id: accountId } = this.context.actor;
    // To whom the job is not there, there is nothing to sign.
    await this.queries.execute(new JobPage(jobId));
    const name = (await this.queries.execute(new NamesOf([accountId]))).get(accountId)?.name ?? '';
    await this.facts.commit(async (em, sql) => {
      const job = await lockedJob(em, jobId);
      if (await signedBy(sql, jobId, accountId)) return { told: [] };
      const wordings = await wordingsFor(sql, job.organisationId);
      const wording = signable(job, { by: accountId, name, ...input }, wordings);
      const { sha256, version } = wording;
      const signatureId = randomUUIDv7();
      await keepText(sql, wording);
      await sql.query(
        `insert into job_signatures (id, job_id, account_id, name, sha256, version, signed_at)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[signatureId, jobId, accountId, input.signature, sha256, version],
          this.clock.now().toISOString(),
        ],
      );
      await this.open(job.content.attachments, accountId, sql);
      const fact = { signatureId, jobId, clientId: job.clientId, accountId, sha256 };
      return { told: [about('confidentiality', signatureId, 'ConfidentialitySigned', fact)] };
    });
  }

  /** The files are the client's, who said that signing opens them; one that a scan took away stays away. */
  private open(files: readonly string[], accountId: string, sql: Sql): Promise<void> {
    const { correlation } = this.context.now;
    return this.context.run({ correlation }, async () => {
      const there = await this.queries.execute(new DescribeFiles(files));
      await this.commands.execute(new GrantFiles(there.keys(), accountId, sql));
    });
  }
}
