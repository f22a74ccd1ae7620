import { Migration } from '@mikro-orm/migrations';

/** Under which approval a payout is prepared. */
export class PayoutApprovals0068 extends Migration {
  override up(): void {
    this.addSql(`alter table payouts add column approval_id uuid;`);
  }
}
