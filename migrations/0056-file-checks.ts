import { Migration } from '@mikro-orm/migrations';

/** A file is given out when somebody looked inside it; what was there before was looked at as it came. */
export class FileChecks0056 extends Migration {
  override up(): void {
    this.addSql(`
alter table files add column checked_at timestamptz;
alter table files add column refused_for text;
update files set checked_at = completed_at where completed_at is not null;
create index on files (completed_at) where checked_at is null and refused_for is null;`);
  }
}
