import type { Line } from '@kernel/belongings';
import { partsOf } from '@kernel/sealed';

/** What stands where a text belongs to somebody else. */
export const withheld = '[[withheld]]';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Opening {
  readonly subject: string;
  open(sealed: string): Promise<string>;
  /** Which of these are accounts of people. */
  people(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/**
 * A copy of one's own data shows nobody else's: other people are numbers, the same throughout, and what
 * they wrote under their own key stays closed.
 */
export class OwnMask {
  private readonly numbers = new Map<string, string>();
  private readonly known = new Map<string, boolean>();

  constructor(private readonly opening: Opening) {}

  async lines(lines: readonly Line[]): Promise<Line[]> {
    await this.learn(lines);
    const masked: Line[] = [];
    for (const line of lines) masked.push((await this.masked(line)) as Line);
    return masked;
  }

  private async learn(lines: readonly Line[]): Promise<void> {
    const found = new Set(stringsIn(lines).filter((one) => uuid.test(one) && !this.known.has(one)));
    if (found.size === 0) return;
    const people = await this.opening.people([...found]);
    for (const one of found) this.known.set(one, people.has(one));
  }

  private async masked(value: unknown): Promise<unknown> {
    if (typeof value === 'string') return this.maskedText(value);
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.masked(one)));
    if (typeof value !== 'object' || value === null) return value;
    const pairs: [string, unknown][] = [];
    for (const [name, one] of Object.entries(value)) pairs.push([name, await this.masked(one)]);
    return Object.fromEntries(pairs);
  }

  private async maskedText(text: string): Promise<string> {
    const parts = partsOf(text);
    if (parts) return parts.subject === this.opening.subject ? this.opening.open(text) : withheld;
    if (text === this.opening.subject || !this.known.get(text)) return text;
    const number = this.numbers.get(text) ?? `person-${String(this.numbers.size + 1)}`;
    this.numbers.set(text, number);
    return number;
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.values(value).flatMap(stringsIn);
}
