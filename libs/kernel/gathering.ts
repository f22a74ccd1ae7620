import type { Sql } from '@eventstore/record';

const writes = /^\s*(insert|update|delete)\b/i;
const answers = /\breturning\b/i;
const most = 500;

/**
 * An SQL session that sends writes by the hundred: whoever writes without asking for an answer waits
 * for no round trip. A question is asked after everything that was written before it.
 */
export class Gathering implements Sql {
  private waiting: string[] = [];

  constructor(
    private readonly sql: Sql,
    private readonly literal: (text: string) => string,
  ) {}

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    if (!writes.test(text) || answers.test(text)) {
      await this.flush();
      return this.sql.query<Row>(text, values);
    }
    this.waiting.push(text.replaceAll(/\$(\d+)/g, (_, n) => this.write(values[Number(n) - 1])));
    if (this.waiting.length >= most) await this.flush();
    return [];
  }

  async flush(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    if (waiting.length > 0) await this.sql.query(waiting.join(';\n'));
  }

  private write(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (value instanceof Date) return this.literal(value.toISOString());
    if (value instanceof Buffer) return this.literal(`\\x${value.toString('hex')}`);
    if (Array.isArray(value)) return this.literal(`{${value.map(element).join(',')}}`);
    if (typeof value === 'object') return this.literal(JSON.stringify(value));
    return this.literal(`${value as string | number | bigint | boolean}`);
  }
}

const element = (value: unknown): string =>
  value === null ? 'null' : JSON.stringify(`${value as string | number | bigint}`);
