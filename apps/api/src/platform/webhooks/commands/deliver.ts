import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { takeover } from '@kernel/jobs';
import { Outgoing, OutgoingRefused } from '@kernel/outgoing';
import { SubjectKeys } from '@kernel/subject-keys';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { EndpointRow } from '../adapters/endpoint-rows';
import { verdictOn } from '../domain/failing';
import { signedHeaders } from '../domain/signing';

interface Due extends EndpointRow {
  readonly endpoint_id: string;
  readonly payload: string;
}
interface Outcome {
  readonly status: number | null;
  readonly problem: string | null;
  readonly tookMs: number;
}

/** The endpoint did not take it; the queue tries again, later and later. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** Tells one endpoint one thing, once or until it takes it. */
@Processor('webhooks', { ...takeover, concurrency: 4 })
export class Deliver extends WorkerHost {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly outgoing: Outgoing,
  ) {
    super();
  }

  process({ data, attemptsMade, opts }: Job<{ id: string }>): Promise<void> {
    const isLast = attemptsMade + 1 >= (opts.attempts ?? 1);
    return this.context.run({}, () => this.deliver(data.id, isLast));
  }

  async deliver(id: string, isLast: boolean): Promise<void> {
    const [due] = await this.database.query<Due>(
      `select e.*, d.endpoint_id, d.payload from webhook_deliveries d
        join webhook_endpoints e on e.id = d.endpoint_id where d.id = $1 and d.state = 'waiting'`,
      [id],
    );
    if (!due) return;
    if (due.disabled_at) return this.note(id, 'dropped', null);
    const outcome = await this.ask(id, due);
    const failingSince = due.failing_since;
    const verdict = verdictOn(outcome.status, { failingSince, now: this.clock.now() });
    const state = { delivered: 'delivered', again: isLast ? 'failed' : 'waiting' } as const;
    await this.note(
      id,
      verdict === 'delivered' || verdict === 'again' ? state[verdict] : 'failed',
      outcome,
    );
    if (verdict === 'delivered') return this.recovered(due.endpoint_id);
    await this.fails(due, verdict === 'again' ? null : verdict);
    if (verdict === 'again') throw new NotTaken(outcome.problem ?? String(outcome.status));
  }

  private async ask(id: string, due: Due): Promise<Outcome> {
    const started = performance.now();
    const took = () => Math.round(performance.now() - started);
    const isFormer = due.former_until !== null && due.former_until > this.clock.now();
    const sealed = [due.secret, ...(isFormer && due.former_secret ? [due.former_secret] : [])];
    const secrets = await Promise.all(sealed.map((secret) => this.keys.open(secret)));
    const message = { id, timestamp: Math.floor(Date.now() / 1_000), body: due.payload };
    try {
      const headers = signedHeaders(message, secrets);
      const sent = { method: 'POST', headers, body: due.payload } as const;
      const { status } = await this.outgoing.send(due.url, sent);
      return { status, problem: null, tookMs: took() };
    } catch (error) {
      if (!(error instanceof OutgoingRefused)) throw error;
      return { status: null, problem: error.code, tookMs: took() };
    }
  }

  private async note(id: string, state: string, outcome: Outcome | null): Promise<void> {
    const { status = null, problem = null, tookMs = null } = outcome ?? {};
    await this.database.query(
      `update webhook_deliveries set state = $2, attempts = attempts + $3, status = $4,
          problem = $5, took_ms = $6, last_at = $7 where id = $1`,
      [...[id, state, outcome ? 1 : 0, status, problem, tookMs], this.clock.now().toISOString()],
    );
  }

  private async recovered(endpointId: string): Promise<void> {
    await this.database.query(
      'update webhook_endpoints set failing_since = null where id = $1 and failing_since is not null',
      [endpointId],
    );
  }

  /** Remembers since when, and leaves it alone when that is long ago. */
  private async fails(
    { endpoint_id: endpointId, account_id: ownerId }: Due,
    reason: 'failing' | 'gone' | null,
  ): Promise<void> {
    const now = this.clock.now().toISOString();
    await this.facts.commit(async (_, sql) => {
      const changed = await sql.query(
        `update webhook_endpoints set failing_since = coalesce(failing_since, $2),
            disabled_for = $3, disabled_at = case when $3::text is not null then $2::timestamptz end
          where id = $1 and disabled_at is null returning id`,
        [endpointId, now, reason],
      );
      if (!reason || changed.length === 0) return { told: [] };
      const fact = { endpointId, ownerId, reason };
      return { told: [about('webhook', endpointId, 'WebhookEndpointDisabled', fact)] };
    });
  }
}
