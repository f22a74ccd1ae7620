import type { Sql } from '@eventstore/record';
import { DatabaseGone } from '@kernel/database';
import type { MemoryTables } from './memory-tables';
import type { Undo } from './undo';

/** How the connection of one process breaks: nothing arrived, all arrived, or the commit was lost. */
export interface Fault {
  readonly kind: 'before' | 'after' | 'lost';
  /** So many writes go well first. */
  readonly inWrites: number;
}

/** The connection of one process to the tables. */
export class MemoryDatabase {
  private fault: Fault | null = null;

  constructor(readonly tables: MemoryTables) {}

  breaks(fault: Fault | null): void {
    this.fault = fault;
  }

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.fault === null || !text.includes('record.append')) return this.rows(text, values, []);
    const kind = this.nextWrite();
    if (kind === null || kind === 'after') {
      const rows = this.rows<Row>(text, values, []);
      if (kind === null) return rows;
    }
    throw new DatabaseGone('the connection broke');
  }

  async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const kind = this.fault === null ? null : this.nextWrite();
    if (kind === 'before') throw new DatabaseGone('the connection broke');
    const undo: Undo = [];
    const { record } = this.tables;
    const written = record.events.length;
    const sql: Sql = {
      query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
        this.rows<Row>(text, values, undo),
    };
    let result: Result;
    try {
      result = await work(sql);
    } catch (error) {
      this.tables.rollBack(undo);
      throw error;
    }
    if (kind === null) return result;
    // A record in memory takes nothing back: then the commit arrived after all.
    if (kind === 'lost' && record.events.length === written) this.tables.rollBack(undo);
    throw new DatabaseGone('the connection broke');
  }

  private nextWrite(): Fault['kind'] | null {
    const { fault } = this;
    if (fault === null) return null;
    if (fault.inWrites > 0) {
      this.fault = { ...fault, inWrites: fault.inWrites - 1 };
      return null;
    }
    this.fault = null;
    return fault.kind;
  }

  private rows<Row extends object>(text: string, values: readonly unknown[], undo: Undo): Row[] {
    return this.tables.ask(text, values, undo) as Row[];
  }
}
