import { Migration } from '@mikro-orm/migrations';

/** Statements of a month with a number: a series for each organisation, issued once, never changed. */
export class IssuedStatements0077 extends Migration {
  override up(): void {
    this.addSql(`
create table org_statements (
  organisation_id uuid not null references organisations (id),
  number int not null,
  month text not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  sha256 text not null,
  pdf bytea not null,
  primary key (organisation_id, number),
  unique (organisation_id, month)
);
create function org_statements_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a statement that was issued stays as it is';
end $$;
create trigger org_statements_stay before update or delete on org_statements
  for each row execute function org_statements_stay();`);
  }
}
