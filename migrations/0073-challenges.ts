import { Migration } from '@mikro-orm/migrations';

/** Challenges that were solved and used, until they would be over anyway. A crash may forget them. */
export class Challenges0073 extends Migration {
  override up(): void {
    this.addSql(`
create unlogged table spent_challenges (
  signature bytea primary key,
  until timestamptz not null
);
create index on spent_challenges (until);`);
  }
}
