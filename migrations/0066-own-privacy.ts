import { Migration } from '@mikro-orm/migrations';

/** What people ask for about their own data: copies, to be deleted, and to what they agree. */
export class OwnPrivacy0066 extends Migration {
  override up(): void {
    this.addSql(tables);
    for (const [purpose, locale, body] of texts)
      this.addSql(`insert into consent_texts (purpose, version, locale, body, hash, since)
        select '${purpose}', 1, '${locale}', body, encode(sha256(convert_to(body, 'UTF8')), 'hex'),
          '2026-01-01' from (values ($text$${body}$text$)) as t (body)`);
  }
}

const tables = `
create table data_exports (
  id uuid primary key,
  account_id uuid not null,
  state text not null check (state in ('making', 'ready', 'expired')),
  asked_at timestamptz not null,
  done int not null default 0,
  total int,
  size bigint,
  files int,
  manifest_sha256 text,
  ready_at timestamptz,
  expires_at timestamptz,
  -- The link that the last step-up opened, as its hash.
  link_hash bytea,
  link_until timestamptz,
  downloads int not null default 0
);
create index on data_exports (account_id, asked_at desc);
create index on data_exports (asked_at desc, id desc);
create table deletion_requests (
  id uuid primary key,
  account_id uuid not null,
  state text not null check (state in ('scheduled', 'cancelled', 'done')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  -- What stood in the way when it was due; it is tried again every day.
  obstacles text[] not null default '{}',
  ended_at timestamptz
);
create unique index on deletion_requests (account_id) where state = 'scheduled';
create index on deletion_requests (asked_at desc, id desc);
-- Whether two of compliance erased somebody or the person asked for it.
alter table erasures add column by_self boolean not null default false;

-- A text to which people agree, in every language; a changed one is a new version.
create table consent_texts (
  purpose text not null,
  version int not null,
  locale text not null,
  body text not null,
  hash text not null,
  since timestamptz not null,
  primary key (purpose, version, locale)
);
-- The ledger: rows are added, never changed. Guests are known by a number in their cookie.
create table consents (
  id uuid primary key,
  subject uuid not null,
  is_guest boolean not null,
  purpose text not null,
  version int not null,
  hash text not null,
  locale text not null,
  given boolean not null,
  source text not null check (source in ('banner', 'settings', 'gpc', 'terms')),
  at timestamptz not null
);
create index on consents (subject, at desc, id desc);
-- How often which kind of page was seen by those who let us count; nothing of them.
create table page_views (
  day date not null,
  page text not null,
  views bigint not null,
  primary key (day, page)
);`;

const texts = [
  [
    'terms',
    'en',
    `Guildhall brings clients and providers together and holds the money of a contract until the work is accepted.
You give true details about yourself and keep your password to yourself.
Money that you fund is held for the contract and leaves it only by release, refund, settlement or decision.
Fees are shown before you sign and do not change for a signed contract.
You may leave at any time; what the law obliges us to keep is kept and used for nothing else.`,
  ],
  [
    'terms',
    'ar',
    `يجمع جيلدهول بين العملاء ومقدّمي الخدمات ويحتفظ بمال العقد حتى يُقبل العمل.
تقدّم بيانات صحيحة عن نفسك وتحتفظ بكلمة مرورك لنفسك.
المال الذي تموّله محفوظ للعقد ولا يخرج منه إلا بتحرير أو استرداد أو تسوية أو قرار.
تُعرض الرسوم قبل أن توقّع ولا تتغيّر لعقد موقّع.
يمكنك المغادرة في أي وقت؛ وما يُلزمنا القانون بحفظه يُحفظ ولا يُستخدم لغير ذلك.`,
  ],
  [
    'analytics',
    'en',
    'We count which kinds of pages are opened, by day. No name, address or device is kept with it.',
  ],
  [
    'analytics',
    'ar',
    'نَعُدّ أنواع الصفحات التي تُفتح كل يوم. لا نحفظ معها اسمًا ولا عنوانًا ولا جهازًا.',
  ],
  ['marketing', 'en', 'We may write to you about what is new on Guildhall, at most once a month.'],
  ['marketing', 'ar', 'قد نكتب إليك عمّا هو جديد في جيلدهول، مرة في الشهر على الأكثر.'],
  [
    'sale',
    'en',
    'We may share with partners which services you look for. Without your yes nothing is shared.',
  ],
  ['sale', 'ar', 'قد نشارك مع شركاء الخدمات التي تبحث عنها. دون موافقتك لا نشارك شيئًا.'],
] as const;
