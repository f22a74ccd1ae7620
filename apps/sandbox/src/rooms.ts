import { Bank } from './bank/bank';
import { Beneficiaries } from './bank/beneficiaries';
import { Payouts } from './bank/payouts';
import { Checkout } from './checkout/checkout';
import { Companies } from './register/companies';
import { Clock } from './clock/clock';
import { Alarms } from './core/alarms';
import { Store } from './core/store';
import type { Settings } from './core/settings';
import { Faults } from './faults/faults';
import { Identity } from './identity/identity';
import { Lists } from './lists/lists';
import { Hooks } from './hooks/hooks';
import { IdentityProvider } from './saml/identity-provider';
import { Issuers } from './issuers/issuers';
import { NameServer } from './names/name-server';
import { MailServer } from './mailbox/mail-server';
import { Phone } from './phone/phone';
import { Disputes } from './razorpay/disputes';
import { Orders } from './razorpay/orders';
import { Payments } from './razorpay/payments';
import { Refunds } from './razorpay/refunds';
import { Settlements } from './razorpay/settlements';
import { Vault } from './vault/vault';
import { Webhooks } from './webhooks/webhooks';

/** Everything that lives in the outside world, wired together once. */
export function createRooms(settings: Settings) {
  const store = new Store(settings.store);
  const stopping = new AbortController();
  const clock = new Clock(store);
  const alarms = new Alarms(store);
  const webhooks = new Webhooks(store, alarms, clock, settings.razorpay, stopping.signal);
  const bank = new Bank(store, clock, settings.razorpay.payoutAccount);
  const orders = new Orders(store, clock);
  const payments = new Payments(store, orders, webhooks, bank, clock, alarms);
  const beneficiaries = new Beneficiaries(store, webhooks, bank, clock, alarms);
  const disputes = new Disputes(store, orders, payments, webhooks, bank, clock);
  const refunds = new Refunds(store, orders, payments, webhooks, bank, clock, alarms);
  return {
    store,
    stopping,
    clock,
    alarms,
    webhooks,
    bank,
    orders,
    payments,
    disputes,
    refunds,
    settlements: new Settlements(store, payments, refunds, disputes),
    checkout: new Checkout(store, settings.razorpay, orders, payments, clock),
    beneficiaries,
    payouts: new Payouts(store, beneficiaries, webhooks, bank, alarms),
    mail: new MailServer(store, settings.host, settings.smtpPort),
    names: new NameServer(store, settings.host, settings.dnsPort),
    phone: new Phone(store, alarms, clock, settings.twilio, stopping.signal),
    identity: new Identity(store, alarms, clock, settings.identity, stopping.signal),
    issuers: new Issuers(store, settings.issuers),
    saml: new IdentityProvider(store),
    faults: new Faults(store),
    companies: new Companies(store),
    lists: new Lists(store, clock),
    hooks: new Hooks(store),
    vault: new Vault(store),
  };
}

export type Rooms = ReturnType<typeof createRooms>;
