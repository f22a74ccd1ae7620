/** What was refused, and why: RFC 9457. `code` never changes; https://…/problems/<code> explains it. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  /** Tell it to whoever runs the marketplace: it finds the request in the logs. */
  readonly correlationId: string;
  /** Which fields did not fit; `path` is dotted. */
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
  /** What the rule knows beside its name: a newer revision, the seconds to wait. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Thrown by every call that was refused. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly body: ProblemBody) {
    super(`${body.code} (${String(body.status)}, ${body.correlationId})`);
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }
}

/** The problem in an answer; one without a body of ours gets the code `answer.unreadable`. */
export async function problemIn(answer: Response): Promise<Problem> {
  const { status, headers } = answer;
  const unreadable = {
    ...{ status, code: 'answer.unreadable' },
    correlationId: headers.get('x-correlation-id') ?? '',
  };
  const isOurs = headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (!isOurs) return new Problem(unreadable);
  return new Problem((await answer.json()) as ProblemBody);
}
