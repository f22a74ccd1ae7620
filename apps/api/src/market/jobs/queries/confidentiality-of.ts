import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { Confidentiality } from '@wire/confidentiality';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { signedBy } from '../adapters/signature-rows';
import { houseWordings, wordingsFor } from '../adapters/wordings';
import { JobPage } from './job-page';

/** What is signed before the brief of a job is read; for who signed, the very text that they signed. */
export class ConfidentialityOf extends Query<Confidentiality> {
  constructor(
    readonly jobId: string,
    readonly locale: 'en' | 'ar',
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

  async execute({ jobId, locale }: ConfidentialityOf): Promise<Confidentiality> {
    const job = await this.queries.execute(new JobPage(jobId));
    if (!job.signFirst) return reject('confidentiality.nothing_to_sign');
    const signed = await signedBy(this.database, jobId, this.context.actor.id);
    const wordings = await wordingsFor(this.database, job.organisation?.id);
    const own = wordings.find(({ version }) => version !== null);
    const { body: text, sha256, version } = signed ?? own ?? houseWordings[locale];
    return {
      ...{ jobId, title: job.title, text, sha256, version },
      client: job.organisation?.name ?? job.client.person.name,
      signed: signed && { name: signed.name, at: signed.at.toISOString() },
      open: job.held && job.status === 'published',
    };
  }
}
