import { randomUUID } from 'node:crypto';
import { generate } from 'otplib';
import { Caller, password } from './caller';
import { Outside } from './outside';
import type { OwnStack } from './own-stack';

type Step = (work: () => Promise<unknown>) => Promise<unknown>;

export const inr = (minor: number) => ({ amountMinor: String(minor), currency: 'INR' });
const amount = inr(2_000_000);
const bank = { holder: 'Lee Provider', ifsc: 'HDFC0000123', number: '50100222333441' };
const key = () => ({ 'idempotency-key': randomUUID() });

/** From a job to money in the bank, over HTTP. What was acknowledged on the way is written down. */
export class MoneyJourney {
  readonly acknowledged: Record<string, string> = {};
  readonly client: Caller;
  readonly provider: Caller;
  private readonly outside: Outside;

  constructor(
    private readonly stack: OwnStack,
    private readonly name: string,
  ) {
    this.outside = new Outside(stack.sandbox);
    this.client = new Caller(stack.api, `client.${name}@faults.test`);
    this.provider = new Caller(stack.api, `provider.${name}@faults.test`);
  }

  get contract() {
    const { contractId = '', milestoneId = '' } = this.acknowledged;
    return { contractId, milestoneId };
  }
  get depositId(): string {
    return this.acknowledged['depositId'] ?? '';
  }

  /** Up to a contract that both have signed; nothing is disturbed yet. */
  async agree(parts = 1): Promise<void> {
    const milestones = Array.from({ length: parts }, (_, at) => ({
      title: `Part ${at + 1}`,
      amount,
      days: 10,
    }));
    await this.enter(this.client, 'Cleo Client', ['client']);
    await this.enter(this.provider, 'Lee Provider', ['provider']);
    const jobId = await this.id(this.client, '/api/jobs', {
      ...{ title: `Booking site (${this.name})`, category: 'web', description: 'Book and cancel.' },
      ...{ skills: ['angular'], budget: amount },
    });
    await this.client.insist('POST', `/api/jobs/${jobId}/publish`, {});
    const proposalId = await this.id(this.provider, `/api/jobs/${jobId}/proposals`, {
      ...{ coverLetter: 'On Monday.', answers: [], attachments: [], aiAssisted: false },
      milestones,
    });
    const contractId = await this.id(this.client, '/api/contracts', {
      ...{ proposalId, signature: 'Cleo Client' },
      milestones,
    });
    await this.provider.insist('POST', `/api/contracts/${contractId}/accept`, {
      signature: 'Lee Provider',
    });
    const signed = await this.client.until(
      `/api/contracts/${contractId}`,
      ({ state }) => state === 'active',
    );
    const [first, second] = signed['milestones'] as { id: string }[];
    Object.assign(this.acknowledged, { contractId, milestoneId: first?.id, otherId: second?.id });
  }

  /** The money comes, is held, earned and paid out; `disturbed` surrounds the steps that move it. */
  async moveMoney(disturbed: Step): Promise<void> {
    const { contractId, milestoneId } = this.contract;
    const place = `/api/escrow/${contractId}/milestones/${milestoneId}`;
    await disturbed(() => this.fund());
    await this.milestoneIs('funded');
    await this.provider.insist('POST', `${place}/deliver`, { note: 'Look.', files: [] });
    await this.milestoneIs('in_review');
    const once = key();
    await disturbed(() => this.client.insist('POST', `${place}/release`, { amount }, once));
    await this.milestoneIs('released');
    await this.payOut(disturbed);
  }

  async fund(): Promise<void> {
    const once = key();
    const { body } = await this.client.insist(
      'POST',
      '/api/payments/deposits',
      this.contract,
      once,
    );
    this.acknowledged['depositId'] = String(body['depositId']);
    await this.outside.pay(body as unknown as Parameters<Outside['pay']>[0]);
  }

  private async payOut(disturbed: Step): Promise<void> {
    const { provider } = this;
    const proved = await this.looksTwice(provider, 'bank');
    const bankAccountId = await this.id(provider, '/api/payouts/bank-accounts', bank, proved);
    await provider.until('/api/payouts/bank-accounts', ({ items }) =>
      (items as { state: string }[]).some(({ state }) => state === 'verified'),
    );
    const once = { ...key(), ...(await this.looksTwice(provider, 'payout')) };
    await disturbed(async () => {
      const wish = { amount: inr(1_764_000), bankAccountId };
      const { body } = await provider.insist('POST', '/api/payouts', wish, once);
      this.acknowledged['payoutId'] = String(body['id']);
    });
    await this.decidePayout(this.acknowledged['payoutId'] ?? '');
    await provider.until(
      `/api/payouts/${this.acknowledged['payoutId'] ?? ''}`,
      ({ state }) => state === 'paid',
    );
  }

  /** A bank account of today is looked at by two people of finance. */
  private async decidePayout(payoutId: string): Promise<void> {
    const { items } = await this.provider.until('/api/payouts', ({ items: all }) =>
      (all as { id: string }[]).some(({ id }) => id === payoutId),
    );
    const [mine] = items as { state: string }[];
    if (mine?.state !== 'awaiting_approval') return;
    const [maker, checker] = [this.staff('finance_maker'), this.staff('finance_checker')];
    for (const [one, role] of [
      [maker, 'finance_maker'],
      [checker, 'finance_checker'],
    ] as const)
      await this.enter(one, 'Fin Ance', ['provider'], role);
    const reason = { reason: 'Looked at.' };
    const { body } = await maker.insist('POST', `/api/admin/payouts/${payoutId}/prepare`, reason);
    const request = `/api/admin/approvals/${String(body['approvalId'])}`;
    const { payloadHash } = await checker.until(request, ({ mayDecide }) => mayDecide === true);
    await checker.insist('POST', `${request}/approve`, { payloadHash });
  }

  private staff(role: string): Caller {
    return new Caller(this.stack.api, `${role}.${this.name}@faults.test`);
  }

  /** Waits until it is so. */
  milestoneIs(state: string) {
    const { contractId, milestoneId } = this.contract;
    return this.client.until(`/api/contracts/${contractId}`, ({ milestones }) =>
      (milestones as { id: string; state: string }[]).some(
        (each) => each.id === milestoneId && each.state === state,
      ),
    );
  }

  /** Registers and proves the address; the owner of the house appoints staff. */
  async enter(who: Caller, name: string, roles: string[], staff?: string): Promise<void> {
    const { email } = who;
    const home = { country: 'IN', timeZone: 'Asia/Kolkata', locale: 'en' };
    await who.insist('POST', '/api/accounts', { email, password, name, roles, ...home });
    const code = await this.outside.codeFor(email);
    await who.insist('POST', '/api/accounts/verify-email', { email, code });
    if (staff !== undefined)
      await this.stack.rows('update accounts set roles = $2 where email = $1', [email, [staff]]);
    await who.insist('POST', '/api/accounts/login', { email, password });
    if (staff !== undefined) await this.enrols(who);
  }

  /** The console is closed to staff until an authenticator app is set up. */
  private async enrols(who: Caller): Promise<void> {
    const proved = await this.looksTwice(who, 'security');
    const { body } = await who.insist('POST', '/api/factors/totp', {}, proved);
    const code = await generate({ secret: String(body['seed']) });
    await who.insist('POST', '/api/factors/totp/confirm', { code }, proved);
    await who.insist('POST', '/api/accounts/refresh');
  }

  /** A code by mail, in exchange for what the risky request carries. */
  private async looksTwice(who: Caller, purpose: 'bank' | 'payout' | 'security'): Promise<object> {
    const known = (await this.outside.mailsTo(who.email)).map(({ id }) => id);
    await who.insist('POST', '/api/accounts/step-up', { purpose });
    const code = await this.outside.codeFor(who.email, known);
    const { body } = await who.insist('POST', '/api/accounts/step-up/verify', { purpose, code });
    return { 'x-step-up': String(body['token']) };
  }

  private async id(who: Caller, path: string, body: object, headers = {}): Promise<string> {
    const answer = await who.insist('POST', path, body, headers);
    return String(answer.body['id']);
  }
}
