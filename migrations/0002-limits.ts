import { Migration } from '@mikro-orm/migrations';

/** Points spent per limit and key, as rate-limiter-flexible keeps them. Losing them in a crash is fine. */
export class Limits0002 extends Migration {
  override up(): void {
    this.addSql(`
create unlogged table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index on rate_limits (expire);`);
  }
}
