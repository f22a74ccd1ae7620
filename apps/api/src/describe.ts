import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { variables } from './config';
import { contractEvents } from './market/contracts';
import { confidentialityEvents, confidentialityTextEvents, jobEvents } from './market/jobs';
import { onboardingEvents } from './market/onboarding';
import { proposalEvents } from './market/proposals';
import { reviewEvents } from './market/reviews';
import { searchEvents } from './market/search';
import { poolEvents } from './market/talent';
import { approvalEvents } from './money/approvals';
import { chargebackEvents } from './money/chargebacks';
import { disputeEvents } from './money/disputes';
import { escrowEvents } from './money/escrow';
import { journalEvents, periodEvents } from './money/journals';
import { goodwillEvents, paymentEvents } from './money/payments';
import { bankAccountEvents, payoutEvents } from './money/payouts';
import { reconciliationEvents } from './money/reconciliation';
import { restrictionEvents, walletEvents } from './money/wallet';
import { accountEvents } from './people/accounts';
import { apiKeyEvents, serviceEvents } from './people/api-keys';
import { consentEvents } from './people/consents';
import { factorEvents } from './people/factors';
import { identityEvents } from './people/identities';
import { organisationEvents } from './people/organisations';
import { ownPrivacyEvents, privacyEvents } from './people/privacy';
import { profileEvents } from './people/profiles';
import { scimEvents } from './people/scim';
import { ssoEvents } from './people/sso';
import { fileEvents } from './platform/files';
import { surfaceEvents } from './platform/surface';
import { webhookFacts } from './platform/webhooks';
import { noticeEvents } from './talk/notifications';
import { textEvents } from './talk/texts';
import { auditEvents, logEvents, staffEvents } from './trust/audit';
import { caseEvents, listEvents, reportEvents, ruleEvents } from './trust/screening';
import { verificationEvents } from './trust/verification';

type Catalogue = Readonly<Record<string, z.ZodType>>;

/** By stream category, in the order a newcomer meets them. */
const catalogues: Readonly<Record<string, Catalogue>> = {
  account: { ...accountEvents, ...factorEvents, ...identityEvents },
  apikey: apiKeyEvents,
  service: serviceEvents,
  profile: profileEvents,
  organisation: {
    ...organisationEvents,
    ...ssoEvents,
    ...scimEvents,
    ...confidentialityTextEvents,
  },
  erasure: privacyEvents,
  privacy: ownPrivacyEvents,
  consent: consentEvents,
  job: jobEvents,
  confidentiality: confidentialityEvents,
  proposal: proposalEvents,
  contract: contractEvents,
  review: reviewEvents,
  search: searchEvents,
  pool: poolEvents,
  onboarding: onboardingEvents,
  escrow: escrowEvents,
  dispute: disputeEvents,
  deposit: paymentEvents,
  goodwill: goodwillEvents,
  payout: payoutEvents,
  bank: bankAccountEvents,
  chargeback: chargebackEvents,
  approval: approvalEvents,
  journal: journalEvents,
  period: periodEvents,
  recon: reconciliationEvents,
  wallet: walletEvents,
  restriction: restrictionEvents,
  file: fileEvents,
  surface: surfaceEvents,
  webhook: webhookFacts,
  notices: noticeEvents,
  text: textEvents,
  identity: verificationEvents,
  list: listEvents,
  rule: ruleEvents,
  case: caseEvents,
  report: reportEvents,
  export: auditEvents,
  audit: staffEvents,
  tlog: logEvents,
};

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

function shape(schema: JsonSchema): string {
  if (schema.const !== undefined) return `"${schema.const}"`;
  if (schema.enum) return schema.enum.length > 6 ? 'one of a list' : schema.enum.join(' \\| ');
  if (schema.anyOf) return schema.anyOf.map(shape).join(' \\| ');
  if (schema.items) return `${shape(schema.items)}[]`;
  const { properties } = schema;
  if (properties?.['amountMinor']) return 'money';
  if (properties) return `{${Object.keys(properties).join(', ')}}`;
  return schema.format ?? schema.type ?? 'anything';
}

function fields(schema: z.ZodType): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return Object.entries(properties)
    .map(([name, field]) => `\`${name}${required.includes(name) ? '' : '?'}\` ${shape(field)}`)
    .join('<br>');
}

function eventsPage(): string {
  const sections = Object.entries(catalogues).map(([category, catalogue]) => {
    const rows = Object.entries(catalogue).map(
      ([type, schema]) => `| \`${type}\` | ${schema.description ?? ''} | ${fields(schema)} |`,
    );
    return [
      `## \`${category}-<id>\``,
      '',
      '| event | what it means | fields |',
      '|---|---|---|',
      ...rows,
    ];
  });
  const intro = [
    '# Events',
    '',
    'Made by `npm run generate` from the catalogues of the contexts; do not edit. Every event also carries',
    '`id`, `schemaVersion` and `metadata` (`actor`, `at`, `correlation`, `causation`). Money is whole minor',
    'units as a decimal string. No event carries a name or another personal detail: ids only.',
  ];
  return `${[...intro, ...sections.flatMap((lines) => ['', ...lines])].join('\n')}\n`;
}

/** What stands there when nobody sets it. */
function withoutIt(schema: z.ZodType): string {
  const { data, success } = schema.safeParse(undefined);
  if (!success) return 'required';
  if (data === undefined) return 'may be absent';
  if (Array.isArray(data) && data.length === 0) return 'none';
  return `\`${typeof data === 'string' ? data : JSON.stringify(data)}\``;
}

function configurationPage(): string {
  const rows = Object.entries(variables.shape).map(([name, schema]) => {
    const { description = '', example = '' } = (schema.meta() ?? {}) as Record<string, string>;
    return `| \`${name}\` | ${description} | ${withoutIt(schema)} | \`${example}\` |`;
  });
  const intro = [
    '# Configuration',
    '',
    'Made by `npm run generate` from `apps/api/src/config.ts`; do not edit. `npm start` sets all of them for',
    'the embedded default. A missing or wrong one stops the start with its name and an example.',
    '',
    '| variable | what it is | when absent | example |',
    '|---|---|---|---|',
  ];
  return `${[...intro, ...rows].join('\n')}\n`;
}

await writeFile('docs/events.md', eventsPage());
await writeFile('docs/configuration.md', configurationPage());
