import type { Money } from '@money';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import * as z from 'zod';
import { CONFIG, type Config } from '../../../config';
import type { TransferWord } from '../domain/payout';

const timeoutMs = 8_000;
const entity = z.object({ id: z.string() });
const transfer = z.object({
  id: z.string(),
  status: z.string(),
  utr: z.string().nullish(),
  failure_reason: z.string().nullish(),
  status_details: z.object({ description: z.string().nullish() }).nullish(),
});

/** The bank partner did not answer in time: whether it sent the money is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The bank partner said no, and why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface BankDetails {
  readonly holder: string;
  readonly ifsc: string;
  readonly number: string;
}

/** RazorpayX over its REST API: the SDK has no payouts and drops the idempotency header. */
@Injectable()
export class RazorpayX {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Registers a bank account and starts a penny drop; the outcome comes by webhook. */
  async register(providerId: string, bank: BankDetails) {
    const contact = await this.ask('POST', '/v1/contacts', entity, {
      name: bank.holder,
      type: 'vendor',
      reference_id: providerId,
    });
    const fund = await this.ask('POST', '/v1/fund_accounts', entity, {
      contact_id: contact.id,
      account_type: 'bank_account',
      bank_account: { name: bank.holder, ifsc: bank.ifsc, account_number: bank.number },
    });
    const validation = await this.ask('POST', '/v1/fund_accounts/validations', entity, {
      account_number: this.config.RAZORPAYX_ACCOUNT,
      fund_account: { id: fund.id },
      amount: 100,
      currency: 'INR',
    });
    return { fundAccountId: fund.id, validationId: validation.id };
  }

  /** The key is the payout's id, never a new one: sent twice is paid once. */
  async pay(payoutId: string, fundAccountId: string, amount: Money): Promise<TransferWord> {
    const body = {
      account_number: this.config.RAZORPAYX_ACCOUNT,
      fund_account_id: fundAccountId,
      amount: Number(amount.amountMinor),
      currency: amount.currency,
      mode: 'IMPS',
      purpose: 'payout',
      queue_if_low_balance: true,
      reference_id: payoutId,
      narration: 'Guildhall payout',
    };
    return word(await this.ask('POST', '/v1/payouts', transfer, body, payoutId));
  }

  /** What became of a payout; null when the partner never saw it. */
  async find(payoutId: string): Promise<TransferWord | null> {
    const query = new URLSearchParams({
      account_number: this.config.RAZORPAYX_ACCOUNT,
      reference_id: payoutId,
    });
    const path = `/v1/payouts?${query.toString()}`;
    const { items } = await this.ask('GET', path, z.object({ items: z.array(transfer) }));
    return items[0] ? word(items[0]) : null;
  }

  private async ask<T>(
    method: 'GET' | 'POST',
    path: string,
    schema: z.ZodType<T>,
    body?: object,
    idempotency?: string,
  ): Promise<T> {
    const { RAZORPAY_URL, RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET } = this.config;
    const credentials = Buffer.from(`${RAZORPAY_KEY_ID}:${RAZORPAY_KEY_SECRET}`).toString('base64');
    const response = await fetch(`${RAZORPAY_URL}${path}`, {
      method,
      headers: {
        authorization: `Basic ${credentials}`,
        'content-type': 'application/json',
        ...(idempotency && { 'x-payout-idempotency': idempotency }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new NoAnswer((error as Error).message);
    });
    if (response.status >= 500) throw new NoAnswer(`${response.status}`);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Refused(reasonOf(answer));
    return schema.parse(answer);
  }
}

const refusal = z.object({ error: z.object({ description: z.string() }) });

function reasonOf(answer: unknown): string {
  return refusal.safeParse(answer).data?.error.description ?? 'refused by the bank partner';
}

const word = (said: z.infer<typeof transfer>): TransferWord => ({
  gatewayPayoutId: said.id,
  status: said.status,
  utr: said.utr ?? '',
  failure: said.failure_reason ?? said.status_details?.description ?? '',
});

/** For requests that wait for the partner: the network is ours to report, a refusal is theirs. */
export function explain(error: unknown): never {
  if (error instanceof NoAnswer) return reject('server.gateway_gone');
  if (error instanceof Refused) return reject('payouts.bank_unverified', { reason: error.message });
  throw error;
}
