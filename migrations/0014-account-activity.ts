import { Migration } from '@mikro-orm/migrations';

/** How much an account has done, for the console. */
export class AccountActivity0014 extends Migration {
  override up(): void {
    this.addSql(`
create table account_activity (
  account_id uuid primary key,
  jobs int not null default 0,
  contracts int not null default 0
);`);
  }
}
