import type { Alarms } from '../core/alarms';
import { razorpayId, signHex } from '../core/ids';
import { post } from '../core/post';
import type { RazorpaySettings } from '../core/settings';
import type { Shelf, Store } from '../core/store';
import type { Clock } from '../clock/clock';
import { retryWaitsMs, type Attempt, type Delivery, type WebhookBehaviour } from './delivery';

export interface Fact {
  event: string;
  /** Entities by their Razorpay name, such as `payment` or `fund_account.validation`. */
  entities: Record<string, object>;
}

const deliver = 'webhook.deliver';
const kept = 5_000;

/** Tells the product what happened: at least once, signed, retried, and as badly as asked. */
export class Webhooks {
  readonly deliveries: Shelf<Delivery>;
  private readonly lanes = new Map<string, Promise<unknown>>();

  constructor(
    store: Store,
    private readonly alarms: Alarms,
    private readonly clock: Clock,
    private readonly settings: RazorpaySettings,
    private readonly stopping: AbortSignal,
  ) {
    this.deliveries = store.shelf<Delivery>('webhook');
    alarms.on(deliver, (id) => this.attemptInTurn(id));
  }

  /** Facts of one moment, in the order in which they happened. */
  tell(about: string, facts: Fact[], behaviour: WebhookBehaviour = {}): void {
    const ordered = behaviour.outOfOrder ? [...facts].reverse() : facts;
    ordered.forEach((fact, place) => {
      // A late first event is what the receiver calls out of order: the last one leaves early.
      const spread = behaviour.outOfOrder ? place * 400 : 0;
      this.enqueue(about, fact, behaviour, (behaviour.delayMs ?? 0) + spread);
    });
    this.deliveries.keepNewest(kept);
  }

  /** Sends a stored event once more, now, and says how the receiver answered. */
  async sendNow(id: string): Promise<Attempt | undefined> {
    const delivery = this.deliveries.get(id);
    if (!delivery) return undefined;
    const attempt = await this.send(delivery);
    const status = isAccepted(attempt) ? 'delivered' : delivery.status;
    this.deliveries.put({ ...delivery, status, attempts: [...delivery.attempts, attempt] });
    return attempt;
  }

  /** Sends bytes that the gateway never signed, to see that the product refuses them. */
  async forge(event: string, body: string, signature: string): Promise<Attempt> {
    return this.send({
      ...this.delivery('forged', { event, entities: {} }, razorpayId('evt')),
      body,
      signature,
    });
  }

  private enqueue(about: string, fact: Fact, behaviour: WebhookBehaviour, delayMs: number): void {
    const eventId = razorpayId('evt');
    const copies = 1 + (behaviour.duplicate ?? 0);
    for (let copy = 0; copy < copies; copy++) {
      const delivery = this.delivery(about, fact, eventId);
      if (behaviour.drop) {
        this.deliveries.put({ ...delivery, status: 'lost' }, about);
        continue;
      }
      this.deliveries.put(delivery, about);
      this.alarms.set(deliver, delivery.id, delayMs + copy * 50);
    }
  }

  private delivery(about: string, fact: Fact, eventId: string): Delivery {
    const body = JSON.stringify({
      entity: 'event',
      account_id: 'acc_SandboxGuild01',
      event: fact.event,
      contains: Object.keys(fact.entities),
      payload: Object.fromEntries(
        Object.entries(fact.entities).map(([name, entity]) => [name, { entity }]),
      ),
      created_at: this.clock.seconds(),
    });
    const isPayout = /^(payout|fund_account)\./.test(fact.event);
    return {
      id: razorpayId('whd'),
      eventId,
      event: fact.event,
      about,
      url: isPayout ? this.settings.payoutWebhookTarget : this.settings.webhookTarget,
      body,
      signature: signHex(this.settings.webhookSecret, body),
      status: 'waiting',
      attempts: [],
      createdAt: this.clock.now().toISOString(),
    };
  }

  /** Events about one thing leave one after the other; events about others do not wait for them. */
  private async attemptInTurn(id: string): Promise<void> {
    const about = this.deliveries.get(id)?.about;
    if (about === undefined) return;
    const turn = (this.lanes.get(about) ?? Promise.resolve()).then(() => this.attempt(id));
    this.lanes.set(about, turn);
    await turn;
    if (this.lanes.get(about) === turn) this.lanes.delete(about);
  }

  private async attempt(id: string): Promise<void> {
    const delivery = this.deliveries.get(id);
    if (delivery?.status !== 'waiting') return;
    const attempt = await this.send(delivery);
    const attempts = [...delivery.attempts, attempt];
    if (!this.deliveries.get(id)) return;
    if (isAccepted(attempt)) {
      this.deliveries.put({ ...delivery, attempts, status: 'delivered' });
      return;
    }
    const wait = retryWaitsMs[attempts.length - 1];
    this.deliveries.put({ ...delivery, attempts, status: wait ? 'waiting' : 'gave_up' });
    if (wait) this.alarms.set(deliver, id, wait);
  }

  private async send({ url, body, signature, eventId }: Delivery): Promise<Attempt> {
    const started = Date.now();
    const at = new Date(started).toISOString();
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Razorpay-Webhook/v1',
      'x-razorpay-signature': signature,
      'x-razorpay-event-id': eventId,
    };
    try {
      const { status } = await post(url, headers, body, this.stopping);
      return { at, status, tookMs: Date.now() - started };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { at, status: null, tookMs: Date.now() - started, error: reason };
    }
  }
}

function isAccepted({ status }: Attempt): boolean {
  return status !== null && status >= 200 && status < 300;
}
