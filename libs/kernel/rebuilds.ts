import { eventsOfTypes } from '@eventstore/postgres';
import { start, type Position, type Recorded, type Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Consumers, type Consumer } from './consumers';
import { RequestContext } from './context';
import { Database } from './database';
import { Gathering } from './gathering';
import { reject } from './reject';

const pageSize = 5_000;

export interface Rebuilt {
  readonly events: number;
  readonly eventsPerSecond: number;
  readonly differences: number;
  readonly isSwapped: boolean;
}

type Rebuildable = Consumer & { readonly tables: readonly string[] };
type Progress = (events: number) => Promise<void>;

/**
 * Builds a read model anew while the present one goes on serving: empty twins of its tables, every
 * fact from the beginning, a comparison at one and the same checkpoint, and a swap in that transaction.
 */
@Injectable()
export class Rebuilds {
  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
    private readonly context: RequestContext,
  ) {}

  /** A read model that says which tables are its own. Rejects projections.not_found. */
  find(name: string): Rebuildable {
    const found = this.consumers.all().find((one) => one.name === name);
    const { tables = [] } = found ?? {};
    return found && tables.length > 0 ? { ...found, tables } : reject('projections.not_found');
  }

  async run(name: string, evenIfDifferent: boolean, progress: Progress): Promise<Rebuilt> {
    const consumer = this.find(name);
    await this.database.query('select record.rebuild_begin($1)', [consumer.tables]);
    const from = performance.now();
    let events = 0;
    let position = start;
    // The next page is read while this one is written.
    const read = () => this.database.transaction((sql) => this.read(sql, consumer, position));
    let next = read();
    for (let page = await next; page.length > 0; page = await next) {
      position = page.at(-1)?.position ?? position;
      next = read();
      await Promise.all([
        next,
        this.database.transaction((sql) => this.write(sql, consumer, page)),
      ]);
      events += page.length;
      await progress(events);
    }
    const seconds = (performance.now() - from) / 1_000;
    const last = await this.finish(consumer, position, evenIfDifferent);
    const eventsPerSecond = Math.round(events / Math.max(seconds, 0.001));
    return { ...last, events: events + last.events, eventsPerSecond };
  }

  /** The live one waits at its checkpoint for as long as the comparison and the swap take. */
  private finish(consumer: Rebuildable, after: Position, evenIfDifferent: boolean) {
    return this.database.transaction(async (sql) => {
      await sql.query('select from record.consumers where name = $1 for update', [consumer.name]);
      let [position, events] = [after, 0];
      for (;;) {
        const page = await this.read(sql, consumer, position);
        if (page.length === 0) break;
        await this.write(sql, consumer, page);
        [position, events] = [page.at(-1)?.position ?? position, events + page.length];
      }
      // A large table takes longer to compare than any request may.
      await sql.query("set local statement_timeout = '10min'");
      const [row] = await sql.query<{ count: string }>(
        'select record.rebuild_differences($1) as count',
        [consumer.tables],
      );
      const differences = Number(row?.count ?? 0);
      const isSwapped = differences === 0 || evenIfDifferent;
      if (isSwapped) await sql.query('select record.rebuild_swap($1)', [consumer.tables]);
      return { differences, isSwapped, events };
    });
  }

  /**
   * Facts after a position, as far as the live one has come. A planner that expects few of these types
   * would collect and sort all that are left for every page; in order, a page costs what it holds.
   */
  private async read(sql: Sql, { name, on }: Consumer, after: Position): Promise<Recorded[]> {
    const [live] = await sql.query<{ xid: string; pos: string }>(
      'select xid::text as xid, pos from record.consumers where name = $1',
      [name],
    );
    const upTo = live ? { xid: BigInt(live.xid), pos: BigInt(live.pos) } : start;
    await sql.query('set local enable_sort = off');
    const page = await eventsOfTypes(sql, Object.keys(on), { after, upTo, limit: pageSize });
    await sql.query('set local enable_sort to default');
    return page;
  }

  /** Facts into the twins. */
  private async write(sql: Sql, { on }: Consumer, page: readonly Recorded[]): Promise<void> {
    await sql.query('set local search_path = rebuild, public');
    const gathering = new Gathering(sql, pg.escapeLiteral);
    for (const event of page) {
      const { correlation } = event.metadata;
      const cause = { correlation, causation: event.id };
      await this.context.run(cause, () => on[event.type]?.(event.data, event, gathering));
    }
    await gathering.flush();
    await sql.query('set local search_path to default');
  }
}
