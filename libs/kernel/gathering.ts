import type { Sql } from '@eventstore/record';

const writes = /^\s*(insert|update|delete)\b/i;
const answers = /\breturning\b/i;
const most = 1_000;
/** One row of values that touches no other: many of them are one statement. */
const oneRow = /^(\s*insert\b[^()]*\([^()]*\)\s*values\s*)(\([^()]*\))((?:(?!do update)[\s\S])*)$/i;

/** A statement around its rows; one that has no rows to add stands alone. */
interface Shape {
  readonly text: string;
  readonly before: string;
  readonly row: string;
  readonly after: string;
  readonly mayGrow: boolean;
}

/**
 * An SQL session that sends writes by the thousand: whoever writes without asking for an answer waits
 * for no round trip. A question is asked after everything that was written before it.
 */
export class Gathering implements Sql {
  private waiting: { shape: Shape; rows: string[] }[] = [];
  private count = 0;
  private readonly shapes = new Map<string, Shape>();

  constructor(
    private readonly sql: Sql,
    private readonly literal: (text: string) => string,
  ) {}

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    if (!writes.test(text) || answers.test(text)) {
      await this.flush();
      return this.sql.query<Row>(text, values);
    }
    const shape = this.shapeOf(text);
    const row = shape.row.replaceAll(/\$(\d+)/g, (_, n) => this.write(values[Number(n) - 1]));
    const last = this.waiting.at(-1);
    if (last?.shape === shape && shape.mayGrow) last.rows.push(row);
    else this.waiting.push({ shape, rows: [row] });
    this.count += 1;
    if (this.count >= most) await this.flush();
    return [];
  }

  async flush(): Promise<void> {
    const texts = this.waiting.map(
      ({ shape, rows }) => shape.before + rows.join(',') + shape.after,
    );
    this.waiting = [];
    this.count = 0;
    if (texts.length > 0) await this.sql.query(texts.join(';\n'));
  }

  private shapeOf(text: string): Shape {
    const known = this.shapes.get(text);
    if (known) return known;
    const [, before = '', row = '', after = ''] = oneRow.exec(text) ?? [];
    // Placeholders behind the row would need values of their own.
    const mayGrow = row !== '' && !after.includes('$');
    const shape = mayGrow
      ? { text, before, row, after, mayGrow }
      : { text, before: '', row: text, after: '', mayGrow };
    this.shapes.set(text, shape);
    return shape;
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
