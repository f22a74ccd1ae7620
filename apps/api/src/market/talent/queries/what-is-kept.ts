import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Line, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OrganisationName } from '../../../people/organisations';

const questions = {
  pools: `select name, sharing, opened_at as "openedAt" from talent_pools where owner_id = $1
    order by opened_at`,
  notes: `select note, tags, added_at as "addedAt" from talent_pool_entries where noted_by = $1
    order by added_at`,
};

interface Row {
  readonly organisationId: string | null;
  readonly note: string;
  readonly tags: string[];
  readonly addedAt: Date;
}

/** The pools that somebody keeps, and those that keep them: whose, and with which words about them. */
@Injectable()
@Tells('talent')
export class TellPools {
  constructor(private readonly queries: QueryBus) {}

  async tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    const rows = await sql.query<Row>(
      `select p.organisation_id as "organisationId", e.note, e.tags, e.added_at as "addedAt"
        from talent_pool_entries e join talent_pools p on p.id = e.pool_id
        where e.provider_id = $1 order by e.added_at`,
      [subject],
    );
    const lines: Line[] = [];
    for (const { organisationId, ...words } of rows) {
      const name =
        organisationId && (await this.queries.execute(new OrganisationName(organisationId)));
      lines.push({ organisation: name, ...words });
    }
    return [...(await tablesFrom(sql, subject, questions)), { name: 'keptBy', lines }];
  }
}
