import { Database } from '@kernel/database';
import type { ScimPage } from '@wire/scim';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';

const kept = 200;
const shown = 30;

export interface Noted {
  readonly organisationId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: string | null;
}

interface Row extends Omit<Noted, 'organisationId'> {
  readonly id: string;
  readonly at: Date;
}

/** The last requests of each directory: what was asked and what came of it, nothing of what was said. */
@Injectable()
export class RequestLog {
  constructor(private readonly database: Database) {}

  async note({ organisationId, method, path, status, code }: Noted): Promise<void> {
    await this.database.query(
      `with old as (delete from scim_requests where organisation_id = $2 and id < (
          select id from scim_requests where organisation_id = $2 order by id desc
            offset $7 limit 1))
        insert into scim_requests (id, organisation_id, at, method, path, status, code)
          values ($1, $2, now(), $3, $4, $5, $6)`,
      [randomUUIDv7(), organisationId, method, path, status, code, kept],
      'scim.note',
    );
  }

  async last(organisationId: string): Promise<ScimPage['requests']> {
    const rows = await this.database.query<Row>(
      `select id, at, method, path, status, code from scim_requests
        where organisation_id = $1 order by id desc limit $2`,
      [organisationId, shown],
    );
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  }
}
