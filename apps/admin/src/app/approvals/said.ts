import { type Currency, currencies, type Money } from '@money';
import type { ApprovalDetail, Change } from '@wire/approvals';
import type { ChangeLine, Said } from '@ui/changes';

/** What can be looked up in the words of the page: a key, and what is said without one. */
export interface Wording {
  word(key: string, variables?: Record<string, string>): string | null;
}

/** `-5000 INR`, as changes of a journal are written: whole minor units and their currency. */
export function moneyIn(text: string | null): Money | null {
  const [, amountMinor, code] = /^(-?\d{1,18}) ([A-Z]{3})$/.exec(text ?? '') ?? [];
  const currency = currencies.find((one): one is Currency => one === code);
  return amountMinor && currency ? { amountMinor, currency } : null;
}

type People = ApprovalDetail['beneficiaries'];

/** The changes of a request in the words of the reader: names for accounts, money for amounts. */
export function linesOf(
  { changes, beneficiaries }: Pick<ApprovalDetail, 'changes' | 'beneficiaries'>,
  wording: Wording,
): ChangeLine[] {
  return changes.map((change, at) => ({
    id: `${change.field}-${at}`,
    label: labelOf(change.field, beneficiaries, wording),
    before: valueOf(change, 'before', wording),
    after: valueOf(change, 'after', wording),
  }));
}

/** `wallet:<id>:available` is the wallet of whoever it belongs to. */
function labelOf(field: string, people: People, wording: Wording): string {
  const [kind = field, owner] = field.split(':');
  const name = people.find(({ id }) => id === owner)?.name ?? owner ?? '';
  return wording.word(`approvals.fields.${kind.replaceAll('.', '_')}`, { name }) ?? field;
}

function valueOf(change: Change, side: 'before' | 'after', wording: Wording): Said {
  const value = change[side];
  if (value === null) return null;
  const amount = moneyIn(value);
  if (amount) return amount;
  if (change.field === 'roles') {
    const roles = value.split(', ').filter((role) => role !== '');
    return roles.map((role) => wording.word(`shell.roles.${role}`) ?? role).join(', ') || null;
  }
  return wording.word(`approvals.values.${value}`) ?? value;
}
