import type { IconName } from '@ui/icon-strokes';
import type { Action, Subject } from '@wire/permissions';

export interface Place {
  path: string;
  /** The key below `shell.nav`. */
  word: string;
  icon: IconName;
  /** `g` and this letter goes there. */
  key: string;
  /** What one must be allowed to do to see it. */
  needs: readonly [Action, Subject];
}
export interface Section {
  /** The key below `shell.sections`. */
  word: string;
  places: readonly Place[];
}

export const sections: readonly Section[] = [
  {
    word: 'today',
    places: [
      { path: '/', word: 'home', icon: 'home', key: 'h', needs: ['read', 'Console'] },
      {
        path: '/approvals',
        word: 'approvals',
        icon: 'check',
        key: 'a',
        needs: ['read', 'Approval'],
      },
      {
        path: '/elevations',
        word: 'elevations',
        icon: 'shield',
        key: 'k',
        needs: ['read', 'Console'],
      },
    ],
  },
  {
    word: 'people',
    places: [
      { path: '/users', word: 'users', icon: 'users', key: 'u', needs: ['inspect', 'Account'] },
      {
        path: '/orgs',
        word: 'orgs',
        icon: 'briefcase',
        key: '6',
        needs: ['inspect', 'Organisation'],
      },
      {
        path: '/texts',
        word: 'texts',
        icon: 'message',
        key: '5',
        needs: ['inspect', 'Account'],
      },
      { path: '/staff', word: 'staff', icon: 'user', key: 'x', needs: ['inspect', 'Role'] },
      { path: '/roles', word: 'roles', icon: 'key', key: 'y', needs: ['inspect', 'Role'] },
      {
        path: '/sessions',
        word: 'sessions',
        icon: 'clock',
        key: 'z',
        needs: ['inspect', 'Session'],
      },
    ],
  },
  {
    word: 'market',
    places: [
      { path: '/jobs', word: 'jobs', icon: 'briefcase', key: 'j', needs: ['inspect', 'Job'] },
      {
        path: '/contracts',
        word: 'contracts',
        icon: 'contract',
        key: 'c',
        needs: ['inspect', 'Contract'],
      },
      {
        path: '/disputes',
        word: 'disputes',
        icon: 'flag',
        key: 'd',
        needs: ['inspect', 'Dispute'],
      },
    ],
  },
  {
    word: 'finance',
    places: [
      {
        path: '/finance/payouts',
        word: 'payouts',
        icon: 'bank',
        key: 'p',
        needs: ['inspect', 'Payout'],
      },
      {
        path: '/finance/ledger',
        word: 'ledger',
        icon: 'scales',
        key: 'l',
        needs: ['inspect', 'Ledger'],
      },
      {
        path: '/finance/journals',
        word: 'journals',
        icon: 'edit',
        key: 'n',
        needs: ['inspect', 'Journal'],
      },
      {
        path: '/finance/periods',
        word: 'periods',
        icon: 'calendar',
        key: 'm',
        needs: ['inspect', 'Period'],
      },
      {
        path: '/finance/chargebacks',
        word: 'chargebacks',
        icon: 'alert',
        key: 'b',
        needs: ['inspect', 'Chargeback'],
      },
      {
        path: '/finance/reconciliation',
        word: 'reconciliation',
        icon: 'columns',
        key: 'f',
        needs: ['inspect', 'Reconciliation'],
      },
    ],
  },
  {
    word: 'compliance',
    places: [
      {
        path: '/compliance/holds',
        word: 'holds',
        icon: 'shield',
        key: 'o',
        needs: ['inspect', 'Hold'],
      },
      {
        path: '/verification',
        word: 'verification',
        icon: 'user',
        key: '1',
        needs: ['inspect', 'Verification'],
      },
      {
        path: '/risk',
        word: 'risk',
        icon: 'alert',
        key: '2',
        needs: ['inspect', 'Screening'],
      },
      {
        path: '/privacy',
        word: 'privacy',
        icon: 'eye-off',
        key: '4',
        needs: ['inspect', 'Privacy'],
      },
    ],
  },
  {
    word: 'audit',
    places: [
      { path: '/audit/log', word: 'log', icon: 'eye', key: 'w', needs: ['inspect', 'AuditLog'] },
      {
        path: '/audit/streams',
        word: 'streams',
        icon: 'link',
        key: 's',
        needs: ['inspect', 'AuditLog'],
      },
      {
        path: '/audit/replay',
        word: 'replay',
        icon: 'clock',
        key: 't',
        needs: ['inspect', 'Replay'],
      },
      {
        path: '/audit/exports',
        word: 'exports',
        icon: 'download',
        key: 'e',
        needs: ['inspect', 'AuditExport'],
      },
      {
        path: '/audit/verify',
        word: 'verify',
        icon: 'key',
        key: 'v',
        needs: ['inspect', 'AuditExport'],
      },
    ],
  },
  {
    word: 'operations',
    places: [
      { path: '/ops/queues', word: 'queues', icon: 'queue', key: 'q', needs: ['inspect', 'Queue'] },
      {
        path: '/ops/projections',
        word: 'projections',
        icon: 'pulse',
        key: 'r',
        needs: ['inspect', 'Projection'],
      },
      {
        path: '/webhooks',
        word: 'webhooks',
        icon: 'link',
        key: 'k',
        needs: ['inspect', 'Webhook'],
      },
      {
        path: '/apikeys',
        word: 'apiKeys',
        icon: 'key',
        key: '3',
        needs: ['inspect', 'ApiKey'],
      },
      {
        path: '/ip-rules',
        word: 'surface',
        icon: 'shield',
        key: 'i',
        needs: ['inspect', 'IpRule'],
      },
    ],
  },
];
