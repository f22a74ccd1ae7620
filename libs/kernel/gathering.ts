import type { Sql } from '@eventstore/record';

const writes = /^\s*(insert|update|delete)\b/i;
const answers = /\breturning\b/i;
const most = 1_000;
const special = /['\\]/;
/** One row of values that touches no other: many of them are one statement. */
const oneRow = /^(\s*insert\b[^()]*\([^()]*\)\s*values\s*)(\([^()]*\))((?:(?!do update)[\s\S])*)$/i;

/** A statement around its rows; one that has no rows to add stands alone. */
interface Shape {
  readonly before: string;
  /** What stands between the values of a row, and which value comes after each but the last. */
  readonly between: readonly string[];
  readonly places: readonly number[];
  readonly after: string;
  readonly mayGrow: boolean;
}

/**
 * An SQL session that sends writes by the thousand: whoever writes without asking for an answer waits
 * for no round trip. While one thousand is written the next is gathered. A question is asked after
 * everything that was written before it.
 */
export class Gathering implements Sql {
  private waiting: { shape: Shape; rows: string[] }[] = [];
  private count = 0;
  private sent: Promise<unknown> = Promise.resolve();
  private readonly shapes = new Map<string, Shape>();

  constructor(
    private readonly sql: Sql,
    private readonly literal: (text: string) => string,
  ) {}

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const shape = this.shapeOf(text);
    if (!shape) {
      await this.flush();
      return this.sql.query<Row>(text, values);
    }
    const row = this.rowOf(shape, values);
    const last = this.waiting.at(-1);
    if (last?.shape === shape && shape.mayGrow) last.rows.push(row);
    else this.waiting.push({ shape, rows: [row] });
    this.count += 1;
    if (this.count >= most) await this.send();
    return [];
  }

  async flush(): Promise<void> {
    await this.send();
    await this.sent;
  }

  /** What the batch before came to is told here. */
  private async send(): Promise<void> {
    const texts = this.waiting.map(
      ({ shape, rows }) => shape.before + rows.join(',') + shape.after,
    );
    this.waiting = [];
    this.count = 0;
    await this.sent;
    if (texts.length === 0) return;
    this.sent = this.sql.query(texts.join(';\n'));
    this.sent.catch(() => undefined);
  }

  private rowOf({ between, places }: Shape, values: readonly unknown[]): string {
    let row = between[0] ?? '';
    for (const [at, place] of places.entries())
      row += this.write(values[place]) + (between[at + 1] ?? '');
    return row;
  }

  /** Null for a question. */
  private shapeOf(text: string): Shape | null {
    const known = this.shapes.get(text);
    if (known || !writes.test(text) || answers.test(text)) return known ?? null;
    const [, before = '', row = '', after = ''] = oneRow.exec(text) ?? [];
    // Placeholders behind the row would need values of their own.
    const mayGrow = row !== '' && !after.includes('$');
    const [head, changing, tail] = mayGrow ? [before, row, after] : ['', text, ''];
    const shape = {
      ...{ before: head, after: tail, mayGrow },
      between: changing.split(/\$\d+/),
      places: [...changing.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n) - 1),
    };
    this.shapes.set(text, shape);
    return shape;
  }

  private write(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (value instanceof Date) return this.literal(value.toISOString());
    if (value instanceof Buffer) return this.literal(`\\x${value.toString('hex')}`);
    if (Array.isArray(value)) return this.literal(`{${value.map(element).join(',')}}`);
    if (typeof value === 'object') return this.literal(JSON.stringify(value));
    const plain = `${value as string | number | bigint | boolean}`;
    return special.test(plain) ? this.literal(plain) : `'${plain}'`;
  }
}

const element = (value: unknown): string =>
  value === null ? 'null' : JSON.stringify(`${value as string | number | bigint}`);
