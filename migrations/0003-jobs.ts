import { Migration } from '@mikro-orm/migrations';

/** Jobs on their way to Redis, where the queue is no part of the transaction. Empty with PostgreSQL. */
export class Jobs0003 extends Migration {
  override up(): void {
    this.addSql(`
create table job_requests (
  pos bigint generated always as identity primary key,
  queue text not null,
  id text not null,
  name text not null,
  payload jsonb not null,
  created_at timestamptz not null default now()
);`);
  }
}
