import { Migration } from '@mikro-orm/migrations';

/** Whether somebody showed a second factor in a session: staff gets nowhere without. */
export class StrongSessions0052 extends Migration {
  override up(): void {
    this.addSql(`
-- Those from before showed none that is known of: staff logs in once more.
alter table sessions add column with_factor boolean not null default false;`);
  }
}
