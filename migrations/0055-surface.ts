import { Migration } from '@mikro-orm/migrations';

/** Who may come in, who was told that it is too much, and what browsers refused to run. */
export class Surface0055 extends Migration {
  override up(): void {
    this.addSql(`
create table ip_rules (
  id uuid primary key,
  network cidr not null,
  effect text not null check (effect in ('deny', 'allow')),
  reason text not null,
  note text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  expires_at timestamptz,
  approval_id uuid,
  lifted_by uuid,
  lifted_at timestamptz
);
create index on ip_rules (added_at desc, id desc);
create index on ip_rules (expires_at) where lifted_at is null;
create unique index on ip_rules (approval_id);
-- Losing an hour of these in a crash is fine. An address is kept for thirty days.
create unlogged table limit_refusals (
  kind text not null,
  hour timestamptz not null,
  address text not null,
  account_id uuid,
  refused int not null,
  last_at timestamptz not null,
  unique nulls not distinct (kind, hour, address, account_id)
);
create index on limit_refusals (hour);
create table browser_reports (
  id text primary key,
  page text not null,
  directive text not null,
  blocked text not null,
  source text not null,
  sample text not null,
  times int not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
create index on browser_reports (last_at desc, id desc);`);
  }
}
