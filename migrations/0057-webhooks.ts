import { Migration } from '@mikro-orm/migrations';

/** Where members want to be told, and what was told them. Secrets are sealed with their owner's key. */
export class Webhooks0057 extends Migration {
  override up(): void {
    this.addSql(`
create table webhook_endpoints (
  id uuid primary key,
  account_id uuid not null,
  url text not null,
  description text not null,
  events text[] not null,
  secret text not null,
  former_secret text,
  former_until timestamptz,
  created_at timestamptz not null,
  failing_since timestamptz,
  disabled_for text,
  disabled_at timestamptz
);
create index on webhook_endpoints (account_id, created_at, id);
create table webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints (id) on delete cascade,
  account_id uuid not null,
  type text not null,
  payload text not null,
  state text not null default 'waiting',
  attempts int not null default 0,
  status int,
  problem text,
  took_ms int,
  created_at timestamptz not null,
  last_at timestamptz
);
create index on webhook_deliveries (endpoint_id, created_at desc, id desc);
create index on webhook_deliveries (created_at desc, id desc);
create index on webhook_deliveries (state, created_at desc, id desc);
create index on webhook_deliveries (account_id);`);
  }
}
