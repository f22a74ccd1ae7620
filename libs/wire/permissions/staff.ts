import type { Rule, StaffRole, Subject } from './vocabulary';

const desk: Rule = { action: 'read', subject: ['Console', 'Approval'] };
const elevate: Rule = { action: 'elevate', subject: 'Role' };

/** What of a person staff sees at any time; the rest is masked until it is revealed. */
export const plainFields = {
  Account: [
    ...['id', 'name', 'roles', 'country', 'emailVerified', 'createdAt'],
    ...['locale', 'timeZone', 'slug', 'sessions', 'contracts', 'jobs'],
  ],
} as const satisfies Partial<Record<Subject, readonly string[]>>;

const inspect = (...subjects: Subject[]): Rule => ({ action: 'inspect', subject: subjects });
const people: Rule = { action: 'inspect', subject: 'Account', fields: plainFields.Account };
const reveal: Rule = { action: 'reveal', subject: 'Account' };

/** What everybody who watches over money sees. */
const moneyDesk = [
  ...(['Approval', 'Hold', 'Chargeback', 'Refund', 'Journal', 'Period'] as const),
  'Reconciliation',
] as const;

const support: readonly Rule[] = [
  desk,
  elevate,
  people,
  reveal,
  inspect('Job', 'Contract', 'Dispute', 'Payout', 'Organisation'),
  { action: 'request', subject: 'Refund' },
  { action: 'view', subject: 'Account' },
];
const mediator: readonly Rule[] = [
  desk,
  elevate,
  inspect('Contract', 'Dispute'),
  { action: 'rule', subject: 'Dispute' },
];
const finance: readonly Rule[] = [
  desk,
  elevate,
  inspect('Replay', 'Contract', 'Dispute', 'Payout', 'Ledger', 'Stream', ...moneyDesk),
];
const compliance: readonly Rule[] = [
  desk,
  elevate,
  people,
  reveal,
  inspect('AuditLog', 'AuditExport', 'Replay', 'Role', 'Session', 'Glass'),
  inspect('Job', 'Contract', 'Dispute', 'Payout', 'Ledger', 'Stream', ...moneyDesk),
  { action: ['request', 'approve'], subject: 'AuditExport' },
  { action: ['hold', 'lift'], subject: ['Hold', 'Wallet', 'Account'] },
  { action: 'decide', subject: 'Approval' },
  inspect('IpRule', 'Surface', 'ApiKey', 'Organisation'),
  { action: 'revoke', subject: 'ApiKey' },
  { action: 'approve', subject: ['Role', 'IpRule'] },
  { action: ['inspect', 'request', 'approve', 'hold', 'lift'], subject: 'Privacy' },
  { action: ['inspect', 'decide'], subject: ['Verification', 'Screening'] },
  { action: 'update', subject: 'Screening' },
  { action: ['inspect', 'create', 'update'], subject: 'Report' },
];

export const staff: Record<StaffRole, readonly Rule[]> = {
  support,
  support_lead: [...support, inspect('Hold', 'Glass')],
  moderator: [desk, elevate, people, inspect('Job')],
  mediator,
  mediator_lead: [
    ...mediator,
    { action: 'decide', subject: 'Approval' },
    { action: ['assign', 'approve'], subject: 'Dispute' },
    inspect('Glass'),
  ],
  finance_maker: [
    ...finance,
    { action: 'prepare', subject: ['Payout', 'Refund', 'Journal', 'Period', 'Reconciliation'] },
    { action: 'answer', subject: 'Chargeback' },
  ],
  finance_checker: [
    ...finance,
    { action: 'decide', subject: 'Approval' },
    { action: 'approve', subject: ['Payout', 'Refund', 'Journal', 'Period'] },
    inspect('Glass'),
  ],
  compliance,
  compliance_lead: [...compliance, { action: 'approve', subject: 'Report' }],
  auditor: [
    desk,
    people,
    inspect('AuditLog', 'AuditExport', 'Replay', 'Role', 'Session', 'Glass', 'Organisation'),
    inspect('Contract', 'Dispute', 'Payout', 'Ledger', 'Stream', 'Projection', ...moneyDesk),
    { action: 'request', subject: 'AuditExport' },
  ],
  superadmin: [
    desk,
    elevate,
    people,
    inspect('AuditLog', 'Contract', 'Projection', 'Queue', 'Stream', 'Role', 'Session', 'Glass'),
    inspect('IpRule', 'Surface', 'Webhook', 'ApiKey'),
    { action: ['hold', 'lift'], subject: ['IpRule', 'Account'] },
    { action: 'replay', subject: ['Projection', 'Queue', 'Webhook'] },
    { action: 'grant', subject: 'Role' },
    { action: 'revoke', subject: ['Session', 'ApiKey'] },
  ],
  break_glass: [desk, { action: 'break', subject: 'Glass' }],
};
