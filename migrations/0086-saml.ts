import { Migration } from '@mikro-orm/migrations';

/** Identity providers of organisations that speak SAML, and what of their answers was used. */
export class Saml0086 extends Migration {
  override up(): void {
    this.addSql(`
alter table org_issuers
  add column protocol text not null default 'oidc' check (protocol in ('oidc', 'saml')),
  add column sso_url text,
  -- PEM; two of them while one takes over from the other.
  add column certificates text[] not null default '{}',
  -- Whether people may begin at the identity provider instead of here.
  add column unasked boolean not null default false,
  alter column client_id drop not null,
  alter column client_secret drop not null,
  add constraint speaks_one_protocol check (
    case protocol
      when 'oidc' then client_id is not null and client_secret is not null and sso_url is null
      else client_id is null and client_secret is null and sso_url is not null
        and cardinality(certificates) between 1 and 2
    end);

-- What an identity provider posted, until the page that it came to asks for it; gone within minutes.
create table saml_answers (
  hash bytea primary key,
  provider text not null,
  response text not null,
  expires_at timestamptz not null
);
create index on saml_answers (expires_at);

-- Each assertion is good once; kept for longer than one is good for.
create table saml_assertions (
  provider text not null,
  hash bytea not null,
  expires_at timestamptz not null,
  primary key (provider, hash)
);
create index on saml_assertions (expires_at);
create index on identity_attempts (provider, state);`);
  }
}
