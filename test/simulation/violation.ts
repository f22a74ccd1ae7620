/** Something that must never be was seen: the name of the rule, and what was seen. */
export class Violation extends Error {
  override readonly name = 'Violation';

  constructor(
    readonly rule: string,
    readonly seen: string,
  ) {
    super(`${rule}: ${seen}`);
  }
}

export function insist(holds: boolean, rule: string, seen: () => string): asserts holds {
  if (!holds) throw new Violation(rule, seen());
}
