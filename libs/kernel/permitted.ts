import { rulesToAST } from '@casl/ability/extra';
import type { Action, AppAbility, Subject } from '@wire/permissions';

/** The columns that rules may name; null for a field that the table has no column for. */
export type Columns = Readonly<Record<string, string | null>>;

/** Part of a `where`, with its parameters numbered from `from` on. */
export interface Fragment {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface Node {
  readonly operator: string;
  readonly value: unknown;
  readonly field?: string;
}

const comparisons: Readonly<Record<string, string>> = {
  eq: '=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/**
 * The rules of somebody as a condition for the database: rows that it leaves out are the rows that
 * the same rules refuse in memory. A field without a column is a fault of ours and throws.
 */
export function permittedWhere(
  ability: AppAbility,
  [action, subject]: readonly [Action, Subject],
  columns: Columns,
  from = 1,
): Fragment {
  const ast = rulesToAST(ability, action, subject) as Node | null;
  return ast ? new Compiler(columns, from).compile(ast) : { sql: 'false', values: [] };
}

/** One fragment for each way in which it is allowed, so that each can walk an index of its own. */
export function permittedWays(
  ability: AppAbility,
  [action, subject]: readonly [Action, Subject],
  columns: Columns,
  from = 1,
): Fragment[] {
  const ast = rulesToAST(ability, action, subject) as Node | null;
  if (!ast) return [];
  const ways = ast.operator === 'or' ? (ast.value as Node[]) : [ast];
  let next = from;
  return ways.map((way) => {
    const fragment = new Compiler(columns, next).compile(way);
    next += fragment.values.length;
    return fragment;
  });
}

class Compiler {
  private readonly values: unknown[] = [];
  /** Under a `not` an unknown answer has to be a no; elsewhere it is one, and the index is walked. */
  private negated = false;

  constructor(
    private readonly columns: Columns,
    private readonly from: number,
  ) {}

  compile(ast: Node): Fragment {
    return { sql: this.text(ast), values: this.values };
  }

  private text(node: Node): string {
    const { operator, value } = node;
    if (operator === 'and' || operator === 'or') return this.joined(operator, value as Node[]);
    return operator === 'not' ? this.not(value as Node[]) : this.sure(this.compared(node));
  }

  private not([node]: readonly Node[]): string {
    const before = this.negated;
    this.negated = true;
    const text = node ? this.text(node) : 'true';
    this.negated = before;
    return `not ${text}`;
  }

  private readonly sure = (comparison: string): string =>
    this.negated ? `coalesce(${comparison}, false)` : comparison;

  /** Nothing to meet is met; no way to meet it is not. */
  private joined(operator: 'and' | 'or', nodes: readonly Node[]): string {
    if (nodes.length === 0) return operator === 'and' ? 'true' : 'false';
    return `(${nodes.map((node) => this.text(node)).join(` ${operator} `)})`;
  }

  /** A column that is null is like a field that is absent: no comparison holds for it. */
  private compared({ operator, field = '', value }: Node): string {
    const column = this.columns[field];
    if (column === undefined) throw new Error(`no column for the field ${field}`);
    if (column === null) return operator === 'ne' || operator === 'nin' ? 'true' : 'false';
    if (operator === 'ne') return `${column} is distinct from ${this.parameter(value)}`;
    if (operator === 'nin')
      return `(${column} is null or ${column} <> all(${this.parameter(value)}))`;
    if (operator === 'in') return `${column} = any(${this.parameter(value)})`;
    const sign = comparisons[operator];
    if (sign === undefined) throw new Error(`no SQL for the operator ${operator}`);
    if (operator === 'eq' && value === null) return `${column} is null`;
    return `${column} ${sign} ${this.parameter(value)}`;
  }

  private parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.from + this.values.length - 1}`;
  }
}
