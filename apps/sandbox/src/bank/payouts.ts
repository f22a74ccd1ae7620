import type { Alarms } from '../core/alarms';
import { Setting } from '../core/setting';
import type { Shelf, Store } from '../core/store';
import type { Fields } from '../razorpay/fields';
import { badRequest, unknownId } from '../razorpay/refusal';
import type { Webhooks } from '../webhooks/webhooks';
import type { Bank } from './bank';
import type { Beneficiaries } from './beneficiaries';
import { destination, type Payout, type PayoutBehaviour, type PayoutFile } from './entities';
import { bodyHash } from './payout-request';

const step = 'payout.step';
const stepMs = 800;
const transit = 'transit';

interface Kept {
  id: string;
  hash: string;
  payoutId: string;
}

const failures = {
  failed: 'Payout failed at the beneficiary bank. Please retry.',
  reversed: 'The beneficiary bank returned the money.',
};

/** Payouts climb queued → processing → processed, or fall to failed, or are reversed later. */
export class Payouts {
  readonly next: Setting<PayoutBehaviour>;
  readonly files: Shelf<PayoutFile>;
  private readonly keys: Shelf<Kept>;

  constructor(
    store: Store,
    private readonly beneficiaries: Beneficiaries,
    private readonly webhooks: Webhooks,
    private readonly bank: Bank,
    private readonly alarms: Alarms,
  ) {
    this.files = store.shelf<PayoutFile>('payout');
    this.keys = store.shelf<Kept>('payout_key');
    this.next = new Setting<PayoutBehaviour>(store, 'payout.next', {});
    alarms.on(step, (id) => this.climb(id));
  }

  file(id: string): PayoutFile {
    const file = this.files.get(id);
    if (!file) throw unknownId();
    return file;
  }

  list(reference: string | undefined, limit: number): Payout[] {
    const page = reference === undefined ? {} : { tag: reference };
    return this.files.list({ ...page, limit }).map(({ payout }) => payout);
  }

  /** The same key with the same body is the same payout, however often it is sent. */
  create(key: string, body: Fields, draft: () => Payout): PayoutFile {
    const hash = bodyHash(body);
    const kept = this.keys.get(key);
    if (kept && kept.hash !== hash) {
      throw badRequest('Different request body sent for the same Idempotency Header', {
        field: 'X-Payout-Idempotency',
      });
    }
    if (kept) return { ...this.file(kept.payoutId), behaviour: {} };
    const payout = draft();
    const hasCover = this.bank.balance(this.bank.platformAccount) >= payout.amount;
    if (!hasCover && body['queue_if_low_balance'] !== true) {
      throw badRequest('Your account does not have enough balance to carry out the payout');
    }
    const behaviour = this.next.take();
    const isQueued = !hasCover || behaviour.outcome === 'queued';
    const status = isQueued ? 'queued' : 'processing';
    const file: PayoutFile = { id: payout.id, payout: { ...payout, status }, behaviour };
    this.files.put(file, payout.reference_id ?? '');
    this.keys.put({ id: key, hash, payoutId: payout.id });
    if (isQueued) this.tell('payout.queued', file.payout);
    else this.move(this.bank.platformAccount, transit, file.payout);
    this.climbLater(file);
    return file;
  }

  cancel(id: string): Payout {
    if (this.file(id).payout.status !== 'queued') {
      throw badRequest('Only payouts in queued state can be cancelled');
    }
    return this.change(id, { status: 'cancelled' });
  }

  /** The bank sends the money back, any time after the payout left. */
  reverse(id: string): Payout {
    const { payout } = this.file(id);
    if (payout.status !== 'processed' && payout.status !== 'processing') {
      throw badRequest(`A ${payout.status} payout cannot be reversed`);
    }
    const from = payout.status === 'processed' ? this.destinationOf(payout) : transit;
    this.move(from, this.bank.platformAccount, payout);
    return this.end(id, 'reversed');
  }

  private climb(id: string): void {
    const file = this.files.get(id);
    if (file?.payout.status === 'queued') this.leave(file);
    else if (file?.payout.status === 'processing') this.arrive(file);
    else if (file?.payout.status === 'processed' && file.behaviour.outcome === 'reversed') {
      this.reverse(id);
    }
  }

  private leave(file: PayoutFile): void {
    if (this.bank.balance(this.bank.platformAccount) >= file.payout.amount) {
      this.move(this.bank.platformAccount, transit, file.payout);
      this.tell('payout.initiated', this.change(file.id, { status: 'processing' }));
    }
    this.climbLater(file);
  }

  private arrive(file: PayoutFile): void {
    if (file.behaviour.outcome === 'failed') {
      this.move(transit, this.bank.platformAccount, file.payout);
      this.end(file.id, 'failed');
      return;
    }
    const { utr } = this.move(transit, this.destinationOf(file.payout), file.payout);
    this.tell('payout.processed', this.change(file.id, { status: 'processed', utr }));
    if (file.behaviour.outcome === 'reversed') this.climbLater(file);
  }

  private end(id: string, status: 'failed' | 'reversed'): Payout {
    const description = failures[status];
    const payout = this.change(id, {
      status,
      failure_reason: description,
      status_details: {
        description,
        source: 'beneficiary_bank',
        reason: 'beneficiary_bank_failure',
      },
    });
    this.tell(`payout.${status}`, payout);
    return payout;
  }

  private change(id: string, change: Partial<Payout>): Payout {
    const file = this.file(id);
    return this.files.put({ ...file, payout: { ...file.payout, ...change } }).payout;
  }

  private climbLater({ id, behaviour }: PayoutFile): void {
    this.alarms.set(step, id, behaviour.stepMs ?? stepMs);
  }

  private destinationOf(payout: Payout): string {
    return destination(this.beneficiaries.account(payout.fund_account_id));
  }

  private move(from: string, to: string, { id, amount, currency }: Payout): { utr: string } {
    return this.bank.move(from, to, amount, currency, `Payout ${id}`);
  }

  private tell(event: string, payout: Payout): void {
    this.webhooks.tell(payout.id, [{ event, entities: { payout } }]);
  }
}
