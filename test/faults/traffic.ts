import { randomUUID } from 'node:crypto';
import { inr, MoneyJourney } from './money-journey';
import { Outside } from './outside';
import type { OwnStack } from './own-stack';

interface Place {
  readonly sandbox: string;
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** What somebody was told that it happened: the fact that has to be in the record. */
interface Acknowledged {
  readonly type: string;
  readonly field: string;
  readonly id: string;
}

const parts = 8;
const amount = inr(2_000_000);

/** People who put money in escrow and release it, without a pause, until they are told to end. */
export class Traffic {
  readonly acknowledged: Acknowledged[] = [];
  private isOver = false;

  constructor(private readonly place: Place) {}

  end(): void {
    this.isOver = true;
  }

  async flow(api: string, at: number): Promise<void> {
    for (let turn = 0; !this.isOver; turn += 1) {
      const stack = { ...this.place, api } as unknown as OwnStack;
      const journey = new MoneyJourney(stack, `flow${String(at)}x${String(turn)}`);
      await journey.agree(parts);
      await this.move(journey);
    }
  }

  private async move(journey: MoneyJourney): Promise<void> {
    const { contractId } = journey.contract;
    const { body } = await journey.client.insist('GET', `/api/contracts/${contractId}`);
    for (const { id: milestoneId } of body['milestones'] as { id: string }[]) {
      if (this.isOver) return;
      await this.fundAndRelease(journey, { contractId, milestoneId });
    }
  }

  private async fundAndRelease(
    { client }: MoneyJourney,
    milestone: { contractId: string; milestoneId: string },
  ): Promise<void> {
    const { contractId, milestoneId } = milestone;
    const key = () => ({ 'idempotency-key': randomUUID() });
    const opened = await client.insist('POST', '/api/payments/deposits', milestone, key());
    const depositId = String(opened.body['depositId']);
    this.acknowledged.push({ type: 'DepositInitiated', field: 'depositId', id: depositId });
    await new Outside(this.place.sandbox).pay(opened.body as never);
    await client.until(`/api/contracts/${contractId}`, ({ milestones }) =>
      (milestones as { id: string; state: string }[]).some(
        ({ id, state }) => id === milestoneId && state === 'funded',
      ),
    );
    this.acknowledged.push({ type: 'EscrowFunded', field: 'milestoneId', id: milestoneId });
    const place = `/api/escrow/${contractId}/milestones/${milestoneId}`;
    await client.insist('POST', `${place}/release`, { amount }, key());
    this.acknowledged.push({ type: 'EscrowReleased', field: 'milestoneId', id: milestoneId });
  }

  /** What was acknowledged and is not in the record exactly once. */
  async lost(): Promise<string[]> {
    const rows = await this.place.rows<{ type: string; id: string; count: number }>(
      `select type, coalesce(raw::jsonb -> 'data' ->> 'milestoneId', '') as id, count(*)::int
        from record.events where type in ('EscrowFunded', 'EscrowReleased') group by 1, 2
        union all select type, raw::jsonb -> 'data' ->> 'depositId', count(*)::int
        from record.events where type = 'DepositInitiated' group by 1, 2`,
    );
    const counts = new Map(rows.map(({ type, id, count }) => [`${type} ${id}`, count]));
    return this.acknowledged
      .filter(({ type, id }) => counts.get(`${type} ${id}`) !== 1)
      .map(({ type, id }) => `${type} ${id}: ${String(counts.get(`${type} ${id}`) ?? 0)} times`);
  }
}
