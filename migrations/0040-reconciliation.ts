import { Migration } from '@mikro-orm/migrations';

/** What partners outside say happened, beside what the ledger says, and every difference. */
export class Reconciliation0040 extends Migration {
  override up(): void {
    for (const part of [statements, bookings, readModels, controls]) this.addSql(part);
  }
}

const statements = `
-- What a gateway takes and when it settles. A row is never changed; a new price is a new version.
create table gateway_prices (
  gateway text not null,
  version int not null,
  fee_bps int not null,
  tax_bps int not null,
  -- Days of business after which a booking has to be in a statement.
  due_days int not null check (due_days > 0),
  primary key (gateway, version)
);
insert into gateway_prices (gateway, version, fee_bps, tax_bps, due_days)
  values ('razorpay', 1, 200, 1800, 3), ('razorpayx', 1, 0, 0, 1);
-- The lines of the last statement read of each day; amounts from where the house stands: money in is positive.
create table recon_lines (
  gateway text not null,
  date date not null,
  kind text not null,
  reference text not null,
  -- The second line about the same thing on one day is turn 2.
  turn int not null,
  currency char(3) not null,
  amount bigint not null,
  fee bigint,
  tax bigint,
  utr text,
  at timestamptz not null,
  -- Settled without an entry of the ledger: a payout that came back before it counted.
  matched boolean not null default false,
  journal uuid,
  primary key (gateway, date, kind, reference, turn)
);
create unique index one_line_per_journal on recon_lines (journal) where journal is not null;
create index on recon_lines (gateway, date) where not matched;`;

const bookings = `
-- What our side calls the things that partners have names for.
create table recon_references (subject text primary key, reference text not null);
create index on recon_references (reference);
create table recon_bookings (
  journal uuid primary key,
  gateway text not null,
  kind text not null,
  reference text not null,
  currency char(3) not null,
  amount bigint not null,
  day date not null,
  at timestamptz not null
);
create index on recon_bookings (gateway, day);
create index on recon_bookings (gateway, kind, reference);`;

const readModels = `
create table recon_runs (
  gateway text not null,
  date date not null,
  at timestamptz not null,
  statement_hash text,
  refusal text,
  lines int not null,
  matched int not null,
  breaks int not null,
  totals jsonb not null,
  primary key (gateway, date)
);
create index on recon_runs (date desc, gateway desc);
create table recon_breaks (
  id uuid primary key,
  source text not null,
  date date not null,
  kind text not null,
  status text not null,
  reference text not null,
  currency char(3) not null,
  expected bigint not null,
  actual bigint not null,
  journal uuid,
  owner_id uuid,
  opened_at timestamptz not null,
  approval_id uuid,
  outcome text,
  resolved_at timestamptz
);
create index on recon_breaks (opened_at, id);
create index on recon_breaks (status, opened_at, id);
create index on recon_breaks (approval_id) where approval_id is not null;
create table recon_break_words (
  id uuid primary key,
  break_id uuid not null,
  author_id uuid not null,
  kind text not null,
  body text not null,
  at timestamptz not null
);
create index on recon_break_words (break_id, at);`;

const controls = `
-- What the control accounts have to hold, added up from facts alone.
create table recon_open_escrows (
  contract_id uuid not null,
  currency char(3) not null,
  amount bigint not null,
  primary key (contract_id, currency)
);
create table recon_takings (
  kind text not null,
  currency char(3) not null,
  amount numeric not null,
  primary key (kind, currency)
);`;
