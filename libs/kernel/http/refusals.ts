import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import { Database } from '../database';

interface Refused {
  readonly kind: string;
  readonly address: string;
  readonly accountId: string | null;
  count: number;
}

const gatherMs = 1_000;
/** A flood from everywhere fills this and no more; what is beyond is counted without its address. */
const maxKept = 500;

/** Who was told that it is too much, gathered: a flood must not become a flood of writes. */
@Injectable()
export class Refusals {
  private readonly logger = new Logger(Refusals.name);
  private waiting = new Map<string, Refused>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  note(kind: string, who: { readonly address: string; readonly accountId?: string | undefined }) {
    const isFull = this.waiting.size >= maxKept;
    const address = isFull ? '*' : who.address;
    const accountId = isFull ? null : (who.accountId ?? null);
    const key = `${kind} ${address} ${accountId ?? ''}`;
    const known = this.waiting.get(key) ?? { kind, address, accountId, count: 0 };
    known.count += 1;
    this.waiting.set(key, known);
    this.timer ??= setTimeout(() => void this.write(), gatherMs).unref();
  }

  /** Losing a second of counts is fine; refusing costs nobody a wait. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const rows = [...this.waiting.values()];
    this.waiting = new Map();
    if (rows.length === 0) return;
    await this.database
      .query(
        `with old as (
            delete from limit_refusals where hour < $5::timestamptz - interval '30 days')
          insert into limit_refusals (kind, hour, address, account_id, refused, last_at)
          select kind, date_trunc('hour', $5::timestamptz), address, account_id, refused, $5
            from unnest($1::text[], $2::text[], $3::uuid[], $4::int[])
              as t(kind, address, account_id, refused)
          on conflict (kind, hour, address, account_id) do update
            set refused = limit_refusals.refused + excluded.refused, last_at = excluded.last_at`,
        [
          rows.map(({ kind }) => kind),
          rows.map(({ address }) => address),
          rows.map(({ accountId }) => accountId),
          rows.map(({ count }) => count),
          this.clock.now().toISOString(),
        ],
      )
      .catch((error: unknown) => {
        this.logger.warn(`refusals were not counted: ${(error as Error).message}`);
      });
  }
}
