import { Migration } from '@mikro-orm/migrations';

/** What people want to be told by which way, and to which side of the market a notice speaks. */
export class NoticeChoices0071 extends Migration {
  override up(): void {
    this.addSql(`
create table notice_choices (
  account_id uuid not null,
  topic text not null,
  channel text not null,
  wanted boolean not null,
  changed_at timestamptz not null,
  primary key (account_id, topic, channel)
);
alter table notifications add column side text not null default 'both'
  check (side in ('client', 'provider', 'both'));
update notifications set side = 'client' where kind in
  ('proposal_received', 'payment_receipt', 'delivery_submitted', 'org_spending_asked',
   'org_spending_granted', 'org_spending_rejected', 'org_budget');
update notifications set side = 'provider' where kind in
  ('invitation', 'saved_search_hit', 'proposal_viewed', 'proposal_shortlisted',
   'proposal_declined', 'contract_offer', 'milestone_funded', 'changes_requested', 'released',
   'payout_requested', 'payout_paid', 'payout_failed');
create index on notifications (account_id, side, at desc, id desc);
drop index notifications_account_id_idx;
create index on notifications (account_id, side) where read_at is null;`);
  }
}
