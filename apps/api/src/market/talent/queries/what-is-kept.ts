import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { namesOf } from './pools';

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
    const names = await namesOf(this.queries, rows);
    const lines = rows.map(({ organisationId, ...words }) => ({
      organisation: organisationId && names.get(organisationId),
      ...words,
    }));
    return [...(await tablesFrom(sql, subject, questions)), { name: 'keptBy', lines }];
  }
}
