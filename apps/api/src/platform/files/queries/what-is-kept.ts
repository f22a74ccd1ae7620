import type { Sql } from '@eventstore/record';
import { tablesFrom, Tells, type Table } from '@kernel/belongings';
import { Injectable } from '@nestjs/common';

const questions = {
  files: `select id, name, media_type as "mediaType", purpose, size, sha256, created_at as "createdAt"
    from files where owner_id = $1 and completed_at is not null and refused_for is null order by id`,
};

/** The files of somebody; their bytes lie beside. */
@Injectable()
@Tells('files')
export class TellFiles {
  tablesOf(sql: Sql, subject: string): Promise<Table[]> {
    return tablesFrom(sql, subject, questions);
  }
}
