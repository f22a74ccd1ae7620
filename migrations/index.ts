import { Record0001 } from './0001-record';
import { Limits0002 } from './0002-limits';
import { Jobs0003 } from './0003-jobs';
import { Accounts0010 } from './0010-accounts';
import { Profiles0011 } from './0011-profiles';
import { Files0012 } from './0012-files';
import { Notifications0013 } from './0013-notifications';
import { AccountActivity0014 } from './0014-account-activity';
import { Members0015 } from './0015-members';
import { Jobs0020 } from './0020-jobs';
import { Proposals0021 } from './0021-proposals';
import { Contracts0022 } from './0022-contracts';
import { Reviews0023 } from './0023-reviews';
import { Search0024 } from './0024-search';
import { Money0030 } from './0030-money';
import { LeanRecord0031 } from './0031-lean-record';
import { Disputes0032 } from './0032-disputes';
import { Approvals0033 } from './0033-approvals';
import { HoldsAndChargebacks0034 } from './0034-holds-and-chargebacks';
import { Audit0035 } from './0035-audit';
import { Journals0036 } from './0036-journals';
import { Reconciliation0040 } from './0040-reconciliation';

/** In the order they run. A landed migration is never edited. */
export const migrations = [
  { name: '0001-record', class: Record0001 },
  { name: '0002-limits', class: Limits0002 },
  { name: '0003-jobs', class: Jobs0003 },
  { name: '0010-accounts', class: Accounts0010 },
  { name: '0011-profiles', class: Profiles0011 },
  { name: '0012-files', class: Files0012 },
  { name: '0013-notifications', class: Notifications0013 },
  { name: '0014-account-activity', class: AccountActivity0014 },
  { name: '0015-members', class: Members0015 },
  { name: '0020-jobs', class: Jobs0020 },
  { name: '0021-proposals', class: Proposals0021 },
  { name: '0022-contracts', class: Contracts0022 },
  { name: '0023-reviews', class: Reviews0023 },
  { name: '0024-search', class: Search0024 },
  { name: '0030-money', class: Money0030 },
  { name: '0031-lean-record', class: LeanRecord0031 },
  { name: '0032-disputes', class: Disputes0032 },
  { name: '0033-approvals', class: Approvals0033 },
  { name: '0034-holds-and-chargebacks', class: HoldsAndChargebacks0034 },
  { name: '0035-audit', class: Audit0035 },
  { name: '0036-journals', class: Journals0036 },
  { name: '0040-reconciliation', class: Reconciliation0040 },
];
