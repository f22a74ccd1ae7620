import { Migration } from '@mikro-orm/migrations';

/** Files: what is stored, whose it is and who else may read it. The bytes live behind the storage port. */
export class Files0012 extends Migration {
  override up(): void {
    this.addSql(`
create table files (
  id uuid primary key,
  owner_id uuid not null,
  name text not null,
  media_type text not null,
  purpose text not null,
  size bigint not null,
  parts int not null,
  upload_key text not null,
  sha256 text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  completed_at timestamptz
);
create index on files (owner_id, created_at desc);
create index on files (expires_at) where completed_at is null;
-- reader is an account, or 'public'.
create table file_grants (
  file_id uuid not null references files (id),
  reader text not null,
  primary key (file_id, reader)
);`);
  }
}
