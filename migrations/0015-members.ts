import { Migration } from '@mikro-orm/migrations';

/** What profiles may know of accounts: the public half, never the address or the password. */
export class Members0015 extends Migration {
  override up(): void {
    this.addSql(`
create view members as
  select id, name, slug, country, time_zone, roles, created_at from accounts
   where email_verified_at is not null;`);
  }
}
