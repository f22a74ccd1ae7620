import type { Alarms } from '../core/alarms';
import { razorpayId } from '../core/ids';
import type { Shelf, Store } from '../core/store';
import type { Clock } from '../clock/clock';
import { readNotes, readOptional, readText, refuseUnknown, type Fields } from '../razorpay/fields';
import { badRequest, unknownId } from '../razorpay/refusal';
import type { Webhooks } from '../webhooks/webhooks';
import type { Bank } from './bank';
import {
  destination,
  type BankAccount,
  type Contact,
  type FundAccount,
  type Validation,
} from './entities';

const validate = 'fund_account.validate';
const validateMs = 800;

/** Who can be paid, and whether their account exists (the penny drop). */
export class Beneficiaries {
  private readonly contacts: Shelf<Contact>;
  private readonly accounts: Shelf<FundAccount>;
  private readonly validations: Shelf<Validation>;

  constructor(
    store: Store,
    private readonly webhooks: Webhooks,
    private readonly bank: Bank,
    private readonly clock: Clock,
    private readonly alarms: Alarms,
  ) {
    this.contacts = store.shelf<Contact>('contact');
    this.accounts = store.shelf<FundAccount>('fund_account');
    this.validations = store.shelf<Validation>('validation');
    alarms.on(validate, (id) => this.complete(id));
  }

  contact(id: string): Contact {
    return this.contacts.get(id) ?? refuse();
  }

  account(id: string): FundAccount {
    return this.accounts.get(id) ?? refuse();
  }

  validation(id: string): Validation {
    return this.validations.get(id) ?? refuse();
  }

  accountsOf(contactId: string): FundAccount[] {
    return this.accounts.list({ tag: contactId });
  }

  addContact(fields: Fields): Contact {
    refuseUnknown(fields, ['name', 'email', 'contact', 'type', 'reference_id', 'notes']);
    return this.contacts.put({
      id: razorpayId('cont'),
      entity: 'contact',
      name: readText(fields, 'name'),
      contact: readOptional(fields, 'contact'),
      email: readOptional(fields, 'email'),
      type: readOptional(fields, 'type'),
      reference_id: readOptional(fields, 'reference_id', 40),
      batch_id: null,
      active: true,
      notes: readNotes(fields),
      created_at: this.clock.seconds(),
    });
  }

  /** The same account of the same contact is the same fund account, as at the real gateway. */
  addAccount(fields: Fields): FundAccount {
    refuseUnknown(fields, ['contact_id', 'account_type', 'bank_account', 'vpa']);
    const contact = this.contact(readText(fields, 'contact_id'));
    const details = readDetails(fields);
    const account: FundAccount = {
      id: razorpayId('fa'),
      entity: 'fund_account',
      contact_id: contact.id,
      ...details,
      batch_id: null,
      active: true,
      created_at: this.clock.seconds(),
    };
    const known = this.accountsOf(contact.id).find(
      (one) => destination(one) === destination(account),
    );
    if (known) return known;
    this.bank.name(destination(account), details.bank_account?.name ?? contact.name);
    return this.accounts.put(account, contact.id);
  }

  /** Sends one rupee; whether it arrived is known a moment later. */
  startValidation(fields: Fields, payoutAccount: string): Validation {
    refuseUnknown(fields, ['account_number', 'fund_account', 'amount', 'currency', 'notes']);
    if (fields['account_number'] !== payoutAccount) throw wrongAccount();
    const reference = (fields['fund_account'] ?? {}) as Fields;
    const validation: Validation = {
      id: razorpayId('fav'),
      entity: 'fund_account.validation',
      fund_account: this.account(readText(reference, 'id')),
      status: 'created',
      amount: Number(fields['amount'] ?? 100),
      currency: 'INR',
      notes: readNotes(fields),
      results: { account_status: null, registered_name: null },
      utr: null,
      created_at: this.clock.seconds(),
    };
    this.validations.put(validation);
    this.alarms.set(validate, validation.id, validateMs);
    return validation;
  }

  private complete(id: string): void {
    const open = this.validations.get(id);
    if (open?.status !== 'created') return;
    const { fund_account: account, amount } = open;
    const exists = !destination(account).endsWith('00');
    const name = account.bank_account?.name ?? this.contact(account.contact_id).name;
    const { utr } = exists
      ? this.bank.move(
          this.bank.platformAccount,
          destination(account),
          amount,
          'INR',
          `Check ${id}`,
        )
      : { utr: null };
    const validation = this.validations.put({
      ...open,
      status: 'completed',
      results: {
        account_status: exists ? 'active' : 'invalid',
        registered_name: exists ? name : null,
      },
      utr,
    });
    const event = 'fund_account.validation.completed';
    this.webhooks.tell(id, [{ event, entities: { 'fund_account.validation': validation } }]);
  }
}

export function wrongAccount(): Error {
  return badRequest('The RazorpayX Account number is invalid.', { field: 'account_number' });
}

function refuse(): never {
  throw unknownId();
}

function readDetails(fields: Fields): Pick<FundAccount, 'account_type' | 'bank_account' | 'vpa'> {
  const type = readText(fields, 'account_type');
  if (type === 'vpa') {
    const address = readText((fields['vpa'] ?? {}) as Fields, 'address');
    const [username, handle] = address.split('@');
    if (!username || !handle) throw badRequest('Invalid VPA', { field: 'vpa.address' });
    return { account_type: 'vpa', vpa: { username, handle, address } };
  }
  if (type === 'bank_account') {
    const account = readBankAccount((fields['bank_account'] ?? {}) as Fields);
    return { account_type: 'bank_account', bank_account: account };
  }
  throw badRequest('The selected account type is invalid.', { field: 'account_type' });
}

function readBankAccount(fields: Fields): BankAccount {
  const [number, ifsc] = [readText(fields, 'account_number'), readText(fields, 'ifsc')];
  if (!/^[A-Za-z0-9]{5,35}$/.test(number)) {
    throw badRequest('The account number is invalid.', { field: 'account_number' });
  }
  if (!/^[A-Z]{4}0[A-Z0-9]{6}$/.test(ifsc)) {
    throw badRequest('Invalid IFSC Code in Bank Account', { field: 'ifsc' });
  }
  const bankName = `${ifsc.slice(0, 4)} Bank`;
  const name = readText(fields, 'name');
  return { ifsc, bank_name: bankName, name, notes: [], account_number: number };
}
