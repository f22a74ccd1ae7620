import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RazorpaySettings } from '../core/settings';
import type { Clock } from '../clock/clock';
import { collection } from '../razorpay/entities';
import type { Fields } from '../razorpay/fields';
import { requireKey } from '../razorpay/key';
import { sendRefusal } from '../razorpay/refusal';
import type { Settlements } from '../razorpay/settlements';
import type { Bank } from './bank';
import type { Beneficiaries } from './beneficiaries';
import type { PayoutFile } from './entities';
import { readKey, readPayout } from './payout-request';
import type { Payouts } from './payouts';
import { transactions } from './transactions';

interface Id {
  Params: { id: string };
}
interface Given {
  Body: Fields | null;
}

const holdMs = 60_000;

/** RazorpayX: contacts, fund accounts, penny drops and payouts. */
export function payoutRoutes(
  app: FastifyInstance,
  settings: RazorpaySettings,
  beneficiaries: Beneficiaries,
  payouts: Payouts,
  clock: Clock,
): void {
  app.setErrorHandler((error: Error, _request, reply) => sendRefusal(error, reply));
  app.addHook('onRequest', async (request) => requireKey(request, settings));
  beneficiaryRoutes(app, settings, beneficiaries);
  app.post<Given>('/payouts', (request) => {
    const body = request.body ?? {};
    const key = readKey(request.headers['x-payout-idempotency']);
    const draft = () => readPayout(body, settings.payoutAccount, beneficiaries, clock.seconds());
    const file = payouts.create(key, body, draft);
    if (file.behaviour.outcome === 'timeout') keepSilent(request, file);
    return file.payout;
  });
  app.get<{ Querystring: { reference_id?: string; count?: string } }>('/payouts', ({ query }) =>
    collection(payouts.list(query.reference_id, Number(query.count ?? 10))),
  );
  app.get<Id>('/payouts/:id', ({ params }) => payouts.file(params.id).payout);
  app.post<Id>('/payouts/:id/cancel', ({ params }) => payouts.cancel(params.id));
}

function beneficiaryRoutes(
  app: FastifyInstance,
  settings: RazorpaySettings,
  beneficiaries: Beneficiaries,
): void {
  app.post<Given>('/contacts', ({ body }) => beneficiaries.addContact(body ?? {}));
  app.get<Id>('/contacts/:id', ({ params }) => beneficiaries.contact(params.id));
  app.post<Given>('/fund_accounts', ({ body }) => beneficiaries.addAccount(body ?? {}));
  app.get<{ Querystring: { contact_id?: string } }>('/fund_accounts', ({ query }) =>
    collection(beneficiaries.accountsOf(query.contact_id ?? '')),
  );
  app.get<Id>('/fund_accounts/:id', ({ params }) => beneficiaries.account(params.id));
  app.post<Given>('/fund_accounts/validations', ({ body }) =>
    beneficiaries.startValidation(body ?? {}, settings.payoutAccount),
  );
  app.get<Id>('/fund_accounts/validations/:id', ({ params }) =>
    beneficiaries.validation(params.id),
  );
}

interface Asked {
  Querystring: { from?: string; to?: string; count?: string; skip?: string };
}

/** The statement of the current account, for reconciliation: payouts and what came back. */
export function transactionRoutes(
  app: FastifyInstance,
  settings: RazorpaySettings,
  bank: Bank,
  settlements: Settlements,
): void {
  app.setErrorHandler((error: Error, _request, reply) => sendRefusal(error, reply));
  app.addHook('onRequest', async (request) => requireKey(request, settings));
  app.get<Asked>('/transactions', ({ query }) => {
    const { from = '0', to = '99999999999', count = '10', skip = '0' } = query;
    const range = { from: Number(from), to: Number(to) };
    const rows = transactions(bank, settings.payoutAccount, settlements, range);
    const first = Number(skip);
    return collection(rows.slice(first, first + Math.min(Number(count), 100)));
  });
}

/** The payout exists from here on; only its caller will not hear of it. */
function keepSilent(request: FastifyRequest, { id, behaviour }: PayoutFile): void {
  const silence = { kind: 'timeout', when: 'after', times: 1, status: 504 } as const;
  const { method, url } = request;
  request.fault = { ...silence, id, method, path: url, holdMs: behaviour.holdMs ?? holdMs };
}
