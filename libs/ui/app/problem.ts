/** One path of a refused input: where, the code of the rule, and its sentence. */
export interface PathProblem {
  path: string;
  code: string;
  message: string;
}

/**
 * The one shape in which anything that went wrong reaches a page (RFC 9457).
 * `code` is the translation key below `problems.`; `status` 0 means the server was not reached.
 */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  correlationId?: string;
  errors: readonly PathProblem[];
  /** What the rule knows beside its name, for its sentence: seconds to wait, the number of a case. */
  facts?: Readonly<Record<string, unknown>>;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A field path as the forms know it: `milestones.0.amount`, whatever the server wrote it as. */
const dotted = (path: unknown): string =>
  Array.isArray(path)
    ? path.join('.')
    : (text(path) ?? '').replace(/^[#/]+/, '').replaceAll('/', '.');

export function problemFrom(status: number, body: unknown, correlationId?: string | null): Problem {
  const read = record(body);
  const errors = Array.isArray(read['errors']) ? read['errors'].map(record) : [];
  const detail = text(read['detail']);
  const id = text(read['correlationId']) ?? correlationId ?? undefined;
  return {
    status,
    code: text(read['code']) ?? (status === 0 ? 'network.unreachable' : `http.${status}`),
    title: text(read['title']) ?? '',
    ...(detail === undefined ? {} : { detail }),
    ...(id === undefined ? {} : { correlationId: id }),
    errors: errors.map((error) => ({
      path: dotted(error['path']),
      code: text(error['code']) ?? 'invalid',
      message: text(error['message']) ?? '',
    })),
    ...(read['facts'] === undefined ? {} : { facts: record(read['facts']) }),
  };
}

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value;

/** Whatever was thrown, as a problem: pages and stores never look at an Error themselves. */
export const asProblem = (thrown: unknown): Problem =>
  isProblem(thrown)
    ? thrown
    : {
        status: 500,
        code: 'page.failed',
        title: thrown instanceof Error ? thrown.message : String(thrown),
        errors: [],
      };
