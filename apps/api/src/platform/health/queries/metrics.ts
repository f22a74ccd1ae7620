import { Database } from '@kernel/database';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Projections, Queues } from '../../operations';

/** What an operator watches: rate, errors and duration per route; the ledger; how far behind we are. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Duration of requests by route template, method and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.3, 1, 3],
    registers: [this.registry],
  });
  private readonly imbalance = new Gauge({
    name: 'ledger_imbalance_minor',
    help: 'Sum of all ledger entries per currency; zero, always.',
    labelNames: ['currency'],
    registers: [this.registry],
  });
  private readonly behind = new Gauge({
    name: 'consumer_behind_seconds',
    help: 'Age of the oldest fact that a projection or policy has not seen.',
    labelNames: ['name'],
    registers: [this.registry],
  });

  private readonly waiting = new Gauge({
    name: 'queue_jobs',
    help: 'Jobs by queue and state; `dead` ones wait for an operator.',
    labelNames: ['queue', 'state'],
    registers: [this.registry],
  });

  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  took(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  async text(): Promise<string> {
    const asked = this.queries.execute(new Projections());
    const [sums, { items: lags }] = await Promise.all([this.sums(), asked]);
    for (const { currency, total } of sums) this.imbalance.set({ currency }, Number(total));
    for (const { name, behindSeconds } of lags) this.behind.set({ name }, behindSeconds);
    await this.countJobs();
    return this.registry.metrics();
  }

  /** A queue that is away has no figures; everything else is still told. */
  private async countJobs(): Promise<void> {
    this.waiting.reset();
    const { items } = await this.queries.execute(new Queues()).catch(() => ({ items: [] }));
    for (const { name: queue, waiting, active, delayed, dead } of items)
      for (const [state, count] of Object.entries({ waiting, active, delayed, dead }))
        this.waiting.set({ queue, state }, count);
  }

  private sums() {
    return this.database.query<{ currency: string; total: string }>(
      `select currency, sum(ledger.balance_of(a))::text as total from ledger.accounts a group by currency`,
    );
  }
}
