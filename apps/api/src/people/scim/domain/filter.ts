import { reject } from '@kernel/reject';
import { valuesAt } from './attributes';
import { tokensOf, type Token } from './tokens';

const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
type Comparison = (typeof comparisons)[number];
type Literal = string | number | boolean | null;

/** A question about a resource, as RFC 7644 (3.4.2.2) writes it. */
export type Filter =
  | { readonly is: 'present'; readonly path: string }
  | { readonly is: Comparison; readonly path: string; readonly value: Literal }
  | { readonly is: 'some'; readonly path: string; readonly of: Filter }
  | { readonly is: 'and' | 'or'; readonly parts: readonly [Filter, Filter] }
  | { readonly is: 'not'; readonly of: Filter };

const mostNested = 10;

/** Rejects scim.invalid_filter. */
export function filterOf(text: string): Filter {
  const reading = new Reading(tokensOf(text));
  const filter = reading.either();
  return reading.isOver ? filter : reject('scim.invalid_filter');
}

/** `not` binds tighter than `and`, and `and` tighter than `or`. */
class Reading {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isOver(): boolean {
    return this.at === this.tokens.length;
  }

  either(): Filter {
    let left = this.both();
    while (this.takes('or')) left = { is: 'or', parts: [left, this.both()] };
    return left;
  }

  private both(): Filter {
    let left = this.one();
    while (this.takes('and')) left = { is: 'and', parts: [left, this.one()] };
    return left;
  }

  private one(): Filter {
    if (this.takes('not')) return { is: 'not', of: this.inside('(', ')') };
    if (this.peek()?.text === '(' && this.peek()?.kind === 'sign') return this.inside('(', ')');
    const path = this.word();
    if (this.peek()?.text === '[') return { is: 'some', path, of: this.inside('[', ']') };
    if (this.takes('pr')) return { is: 'present', path };
    const word = this.word().toLowerCase();
    const is = comparisons.find((one) => one === word);
    return is ? { is, path, value: this.literal() } : reject('scim.invalid_filter');
  }

  private inside(open: string, close: string): Filter {
    this.depth += 1;
    if (this.depth > mostNested) return reject('scim.invalid_filter');
    this.sign(open);
    const filter = this.either();
    this.sign(close);
    this.depth -= 1;
    return filter;
  }

  private literal(): Literal {
    const token = this.next();
    if (token.kind === 'text') return token.text;
    const known: Record<string, Literal> = { true: true, false: false, null: null };
    const word = token.text.toLowerCase();
    if (token.kind === 'word' && Object.hasOwn(known, word)) return known[word] ?? null;
    const number = Number(token.text);
    return token.kind === 'word' && !Number.isNaN(number) ? number : reject('scim.invalid_filter');
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private next(): Token {
    const token = this.peek() ?? reject('scim.invalid_filter');
    this.at += 1;
    return token;
  }

  private word(): string {
    const { kind, text } = this.next();
    return kind === 'word' ? text : reject('scim.invalid_filter');
  }

  private sign(text: string): void {
    const token = this.next();
    if (token.kind !== 'sign' || token.text !== text) reject('scim.invalid_filter');
  }

  private takes(word: string): boolean {
    const token = this.peek();
    const isIt = token?.kind === 'word' && token.text.toLowerCase() === word;
    if (isIt) this.at += 1;
    return isIt;
  }
}

/** Whether a resource, or one of several values of it, is what was asked for. */
export function matches(filter: Filter, thing: unknown): boolean {
  switch (filter.is) {
    case 'and':
      return filter.parts.every((part) => matches(part, thing));
    case 'or':
      return filter.parts.some((part) => matches(part, thing));
    case 'not':
      return !matches(filter.of, thing);
    case 'some':
      return valuesAt(thing, filter.path).some((one) => matches(filter.of, one));
    case 'present':
      return valuesAt(thing, filter.path).some((one) => one !== null && one !== '');
    default:
      return compares(filter.is, valuesAt(thing, filter.path), filter.value);
  }
}

function compares(is: Comparison, found: readonly unknown[], value: Literal): boolean {
  if (is === 'ne') return !compares('eq', found, value);
  if (value === null) return is === 'eq' && found.length === 0;
  return found.some((one) => isSo(is, one, value));
}

function isSo(is: Exclude<Comparison, 'ne'>, one: unknown, value: Literal): boolean {
  const [a, b] = [plain(one), plain(value)];
  if (typeof a === 'string' && typeof b === 'string') {
    if (is === 'co') return a.includes(b);
    if (is === 'sw') return a.startsWith(b);
    if (is === 'ew') return a.endsWith(b);
  }
  if (is === 'eq') return a === b;
  if (typeof a !== typeof b || typeof a === 'boolean') return false;
  const [left, right] = [a as string | number, b as string | number];
  if (is === 'gt') return left > right;
  if (is === 'ge') return left >= right;
  if (is === 'lt') return left < right;
  return is === 'le' && left <= right;
}

/** No attribute of ours tells capitals from small letters; directories send a yes as a word too. */
function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.toLowerCase();
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}
