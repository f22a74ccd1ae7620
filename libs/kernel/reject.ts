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

type Owned =
  Extract<ProblemCode, `${string}.not_yours`> extends `${infer What}.not_yours` ? What : never;

/**
 * Somebody may not do this. The other side of it is told that it is not theirs; who has nothing to
 * do with it does not learn that it is there.
 */
export function notTheirs(what: Owned, by: string, sides: readonly string[]): never {
  return reject(sides.includes(by) ? `${what}.not_yours` : `${what}.not_found`);
}
