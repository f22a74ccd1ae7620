import type { IncomingHttpHeaders } from 'node:http';
import { createHmac, randomUUID } from 'node:crypto';
import { isSame } from '../core/ids';
import { Setting } from '../core/setting';
import type { Shelf, Store } from '../core/store';

export type Verdict = 'genuine' | 'forged' | 'too_old' | 'no_secret';

/** What came to an inbox, and what a careful receiver says of it. */
export interface Heard {
  id: string;
  inbox: string;
  receivedAt: string;
  webhookId: string;
  /** Under the same id before: a receiver does nothing twice. */
  repeated: boolean;
  verdict: Verdict;
  answered: number;
  body: string;
}

interface Inbox {
  secret: string;
  status: number;
}

const toleranceSeconds = 300;
const kept = 1_000;

/** A receiver of webhooks as Standard Webhooks describe one: for whoever has none of their own yet. */
export class Hooks {
  readonly heard: Shelf<Heard>;
  private readonly inboxes: Setting<Record<string, Inbox>>;

  constructor(store: Store) {
    this.heard = store.shelf<Heard>('hook');
    this.inboxes = new Setting(store, 'hooks.inboxes', {});
  }

  /** The secret that the sender showed once, and what the next messages are answered with. */
  set(inbox: string, { secret, status }: Partial<Inbox>): Inbox {
    const now = this.get(inbox);
    const next = { secret: secret ?? now.secret, status: status ?? now.status };
    this.inboxes.set({ ...this.inboxes.get(), [inbox]: next });
    return next;
  }

  get(inbox: string): Inbox {
    return this.inboxes.get()[inbox] ?? { secret: '', status: 204 };
  }

  all(): { inbox: string; hasSecret: boolean; status: number }[] {
    return Object.entries(this.inboxes.get()).map(([inbox, { secret, status }]) => ({
      inbox,
      hasSecret: secret !== '',
      status,
    }));
  }

  /** Answers the status: what is forged or old is refused, whatever the inbox is told to say. */
  hear(inbox: string, headers: IncomingHttpHeaders, body: string): number {
    const { secret, status } = this.get(inbox);
    const read = (name: string) => [headers[name] ?? ''].flat().join();
    const webhookId = read('webhook-id');
    const verdict = verdictOn(secret, read, body);
    const answered = verdict === 'forged' || verdict === 'too_old' ? 401 : status;
    const repeated = this.heard.list({ tag: `${inbox} ${webhookId}`, limit: 1 }).length > 0;
    const receivedAt = new Date().toISOString();
    const id = randomUUID();
    this.heard.put(
      { id, inbox, receivedAt, webhookId, repeated, verdict, answered, body },
      `${inbox} ${webhookId}`,
    );
    this.heard.keepNewest(kept);
    return answered;
  }
}

function verdictOn(secret: string, read: (name: string) => string, body: string): Verdict {
  if (secret === '') return 'no_secret';
  const timestamp = Number(read('webhook-timestamp'));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const text = `${read('webhook-id')}.${String(timestamp)}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
  const signatures = read('webhook-signature').split(' ');
  if (!signatures.some((one) => isSame(one, expected))) return 'forged';
  return Math.abs(Date.now() / 1_000 - timestamp) > toleranceSeconds ? 'too_old' : 'genuine';
}
