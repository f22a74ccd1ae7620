import { Migration } from '@mikro-orm/migrations';

/** Profiles, their figures, and the view through which everybody's name and face are read. */
export class Profiles0011 extends Migration {
  override up(): void {
    this.addSql(`
create table profiles (
  account_id uuid primary key,
  headline text not null default '',
  about text not null default '',
  skills text[] not null default '{}',
  languages text[] not null default '{}',
  hourly_rate bigint,
  currency text,
  avatar_file_id uuid,
  updated_at timestamptz not null default now()
);
create index on profiles using gin (skills);

create table profile_figures (
  account_id uuid primary key,
  stars bigint not null default 0,
  reviews int not null default 0,
  completed_contracts int not null default 0
);

create view people as
  select a.id, a.name, a.slug, a.country, a.time_zone, a.locale, p.avatar_file_id
    from accounts a left join profiles p on p.account_id = a.id;`);
  }
}
