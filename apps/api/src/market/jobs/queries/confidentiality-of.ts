import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { AskConfidentiality, Confidentiality } from '@wire/confidentiality';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { signedBy, textSigned } from '../adapters/signature-rows';
import { houseWordings, wordingsFor } from '../adapters/wordings';
import { JobPage } from './job-page';

/**
 * What is signed before the brief of a job is read; for who signed, the very text that they signed. Whoever may
 * read the brief sees every text that was signed for it, by its hash.
 */
export class ConfidentialityOf extends Query<Confidentiality> {
  constructor(
    readonly jobId: string,
    readonly asked: AskConfidentiality,
  ) {
    super();
  }
}

@QueryHandler(ConfidentialityOf)
export class ConfidentialityOfHandler implements IQueryHandler<ConfidentialityOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ jobId, asked }: ConfidentialityOf): Promise<Confidentiality> {
    const job = await this.queries.execute(new JobPage(jobId));
    if (!job.signFirst) return reject('confidentiality.nothing_to_sign');
    const signed = await signedBy(this.database, jobId, this.context.actor.id);
    const wordings = await wordingsFor(this.database, job.organisation?.id);
    const own = wordings.find(({ version }) => version !== null);
    const former = job.held ? undefined : asked.sha256;
    const shown = former ? await textSigned(this.database, jobId, former) : null;
    const now = signed ?? own ?? houseWordings[asked.locale];
    const { body: text, sha256, version } = shown ?? now;
    return {
      ...{ jobId, title: job.title, text, sha256, version },
      client: job.organisation?.name ?? job.client.person.name,
      signed: signed && { name: signed.name, at: signed.at.toISOString() },
      open: job.held && job.status === 'published',
    };
  }
}
