import { Client } from 'pg';
import { moneyFaults, unrest } from './questions';
import { stack } from './stack';

/** The record and the ledger, as their owner sees them. */
export class Record {
  private constructor(private readonly client: Client) {}

  static async open(): Promise<Record> {
    const client = new Client({ connectionString: stack.database });
    await client.connect();
    return new Record(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, values)).rows;
  }

  /** Everything that is wrong with the ledger; nothing, always. */
  async ledgerFaults(): Promise<string[]> {
    const faults: string[] = [];
    for (const [name, sql] of Object.entries(moneyFaults)) {
      const rows = await this.rows(sql);
      if (rows.length > 0) faults.push(`${name}: ${JSON.stringify(rows.slice(0, 5))}`);
    }
    return faults;
  }

  /** Nothing is on its way any more: every listener has listened, every queue is empty. */
  async isQuiet(): Promise<boolean> {
    const [row] = await this.rows<{ behind: number; waiting: number }>(unrest);
    return row?.behind === 0 && row.waiting === 0;
  }
}
