import type { Sql } from '@eventstore/record';
import { asText, inColumns, type Columns } from './columns';

const writes = /^\s*(insert|update|delete)\b/i;
const answers = /\breturning\b/i;
const most = 1_000;
const special = /['\\]/;
/** One row of values that touches no other: many of them are one statement. */
const oneRow = /^(\s*insert\b[^()]*\([^()]*\)\s*values\s*)(\([^()]*\))((?:(?!do update)[\s\S])*)$/i;
/** One whose row is nothing but places. */
const plain = /^\s*insert\s+into\s+([\w.]+)\s*\(([^()]*)\)\s*values\s*\((?:\s*\$\d+\s*,?)+\)/i;
/** From so many rows on it pays to ask for the types of their columns. */
const worthwhile = 50;

/** A statement around its rows; one that has no rows to add stands alone. */
interface Shape {
  readonly before: string;
  /** What stands between the values of a row, and which value comes after each but the last. */
  readonly between: readonly string[];
  readonly places: readonly number[];
  readonly after: string;
  readonly mayGrow: boolean;
  readonly table?: { readonly name: string; readonly columns: readonly string[] } | undefined;
}

interface Group {
  readonly shape: Shape;
  readonly rows: (readonly unknown[])[];
}

/**
 * An SQL session that sends writes by the thousand: whoever writes without asking for an answer waits
 * for no round trip. While one thousand is written the next is gathered. A question is asked after
 * everything that was written before it.
 */
export class Gathering implements Sql {
  private waiting: Group[] = [];
  private count = 0;
  private sent: Promise<unknown> = Promise.resolve();
  private readonly shapes = new Map<string, Shape>();
  private readonly columns = new Map<Shape, Columns | null>();

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
    const last = this.waiting.at(-1);
    if (last?.shape === shape && shape.mayGrow) last.rows.push(values);
    else this.waiting.push({ shape, rows: [values] });
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
    const groups = this.waiting;
    this.waiting = [];
    this.count = 0;
    const texts: string[] = [];
    for (const group of groups) texts.push(await this.textOf(group));
    await this.sent;
    if (texts.length === 0) return;
    this.sent = this.sql.query(texts.join(';\n'));
    this.sent.catch(() => undefined);
  }

  private async textOf({ shape, rows }: Group): Promise<string> {
    const columns = rows.length < worthwhile ? null : await this.columnsOf(shape);
    if (columns) return `${inColumns(columns, shape.places, rows)}${shape.after}`;
    return shape.before + rows.map((row) => this.rowOf(shape, row)).join(',') + shape.after;
  }

  /** Of the table, asked for once. Null where a column is a list: lists of lists are laid flat. */
  private async columnsOf(shape: Shape): Promise<Columns | null> {
    const known = this.columns.get(shape);
    if (known !== undefined || !shape.table) return known ?? null;
    const { name, columns } = shape.table;
    const rows = await this.sql.query<{ type: string }>(
      `select format_type(a.atttypid, a.atttypmod) as type
        from unnest($2::text[]) with ordinality c(name, place)
          join pg_attribute a on a.attrelid = $1::regclass and a.attname = c.name order by c.place`,
      [name, columns],
    );
    const types = rows.map(({ type }) => type);
    const isFlat = types.length === columns.length && !types.some((type) => type.endsWith(']'));
    const found = isFlat ? { name, columns, types } : null;
    this.columns.set(shape, found);
    return found;
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
    const [, name = '', columns = ''] = (mayGrow ? plain.exec(text) : null) ?? [];
    const shape = {
      ...{ before: head, after: tail, mayGrow },
      between: changing.split(/\$\d+/),
      places: [...changing.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n) - 1),
      table: name ? { name, columns: columns.split(',').map((one) => one.trim()) } : undefined,
    };
    this.shapes.set(text, shape);
    return shape;
  }

  private write(value: unknown): string {
    const text = asText(value);
    if (text === null) return 'null';
    return special.test(text) ? this.literal(text) : `'${text}'`;
  }
}
