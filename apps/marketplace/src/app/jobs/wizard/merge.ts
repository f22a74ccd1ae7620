import type { DraftField, DraftForm } from './draft';

export interface Merge {
  merged: DraftForm;
  /** Fields that both windows changed, each differently: somebody has to choose. */
  conflicts: DraftField[];
}

const fields: readonly DraftField[] = [
  'title',
  'category',
  'description',
  'skills',
  'languages',
  'budget',
  'questions',
  'nda',
  'signFirst',
  'summary',
  'visibility',
  'purchaseOrder',
  'costCentre',
  'given',
  'attachments',
];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Two windows wrote on one draft. `before` is what both began with. A field that only one of them
 * changed is taken from that one; a field that both changed stays mine until somebody chooses.
 */
export function merge(before: DraftForm, mine: DraftForm, theirs: DraftForm): Merge {
  const conflicts = fields.filter(
    (field) =>
      !same(mine[field], theirs[field]) &&
      !same(mine[field], before[field]) &&
      !same(theirs[field], before[field]),
  );
  const taken = fields.filter(
    (field) => same(mine[field], before[field]) && !conflicts.includes(field),
  );
  return { merged: takeFields(mine, theirs, taken), conflicts };
}

/** `mine` with these fields of `theirs`. */
export const takeFields = (
  mine: DraftForm,
  theirs: DraftForm,
  taken: readonly DraftField[],
): DraftForm => ({ ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) });
