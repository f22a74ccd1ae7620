import type { ProblemCode } from '@wire/problems';

/** A decision that says no. The code is one of the closed list in `@wire/problems`. */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly code: ProblemCode,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

export function reject(code: ProblemCode, detail?: Record<string, unknown>): never {
  throw new Rejection(code, detail);
}
