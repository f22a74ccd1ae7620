import { Database } from '@kernel/database';
import type { Currency } from '@money';
import type { FilledField } from '@wire/org-fields';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface Brief {
  readonly id: string;
  readonly clientId: string;
  readonly status: 'draft' | 'awaiting' | 'published' | 'hired' | 'closed';
  readonly title: string;
  readonly questions: string[];
  readonly currency: Currency | null;
  readonly nda: boolean;
  /** Whoever proposes has to have signed. */
  readonly signFirst: boolean;
  /** For those who were asked alone. */
  readonly unlisted: boolean;
  readonly purchaseOrder: string | null;
  readonly costCentre: string | null;
  readonly fields: FilledField[];
  readonly organisationId: string | null;
  readonly workspaceId: string | null;
}

/** What the other market contexts need to know about jobs; unknown ones are not in the answer. */
export class JobBriefs extends Query<Map<string, Brief>> {
  constructor(readonly jobIds: readonly string[]) {
    super();
  }
}

@QueryHandler(JobBriefs)
export class JobBriefsHandler implements IQueryHandler<JobBriefs> {
  constructor(private readonly database: Database) {}

  async execute({ jobIds }: JobBriefs): Promise<Map<string, Brief>> {
    const rows = await this.database.query<Brief>(
      `select id, client_id as "clientId", status, title, content -> 'questions' as questions,
          content -> 'budget' ->> 'currency' as currency, (content ->> 'nda')::boolean as nda,
          coalesce((content ->> 'signFirst')::boolean, false) as "signFirst",
          coalesce(content ->> 'visibility' = 'invited', false) as unlisted,
          content ->> 'purchaseOrder' as "purchaseOrder",
          content ->> 'costCentre' as "costCentre", fields, organisation_id as "organisationId",
          workspace_id as "workspaceId"
        from jobs where id = any($1::uuid[])`,
      [jobIds],
      'jobs.briefs',
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
