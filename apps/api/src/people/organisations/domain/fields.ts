import { reject } from '@kernel/reject';
import type { FieldAsked, FieldWish, FilledField, GivenValues, OrgField } from '@wire/org-fields';
import * as z from 'zod';

/**
 * The fields as they are after this change, in their order. One that is not wished for is archived: what
 * was given for it stays readable. Its kind stays, so that what was given can still be read as it was meant.
 */
export function changedFields(
  now: readonly OrgField[],
  wishes: readonly FieldWish[],
  newId: () => string,
): OrgField[] {
  const labels = wishes.map(({ label }) => label.toLowerCase());
  const twice = wishes.find(({ label }, at) => labels.indexOf(label.toLowerCase()) !== at);
  if (twice) reject('organisations.field_twice', { field: twice.label });
  const wanted = wishes.map((wish) => fieldOf(now, wish, newId));
  const left = now.filter(({ id }) => !wanted.some((one) => one.id === id));
  return [...wanted, ...left.map((one) => ({ ...one, archived: true }))];
}

function fieldOf(now: readonly OrgField[], wish: FieldWish, newId: () => string): OrgField {
  const { id, label, kind, options, required, asked } = wish;
  const before = now.find((one) => one.id === id);
  if (id && !before) reject('organisations.no_such_field');
  if (before && before.kind !== kind) reject('organisations.field_kind_fixed', { field: label });
  const choices = kind === 'choice' ? [...new Set(options)] : [];
  if (kind === 'choice' && choices.length === 0)
    reject('organisations.field_without_options', { field: label });
  return { id: id ?? newId(), label, kind, options: choices, required, asked, archived: false };
}

const number = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);

const isRight = ({ kind, options }: OrgField, value: string): boolean => {
  if (kind === 'choice') return options.includes(value);
  if (kind === 'number') return number.safeParse(value).success;
  return kind === 'text' || z.iso.date().safeParse(value).success;
};

/**
 * What was given, as it is kept: later changes of the fields do not touch it. An empty value is none; a
 * value for a field that is not asked here is left out.
 */
export function filledIn(
  fields: readonly OrgField[],
  asked: FieldAsked,
  given: GivenValues,
): FilledField[] {
  const values = new Map(given.map(({ field, value }) => [field, value]));
  const here = fields.filter((one) => one.asked === asked && !one.archived);
  return here.flatMap((field) => {
    const { id, label, kind, required } = field;
    const value = values.get(id) ?? '';
    if (value === '')
      return required ? reject('organisations.field_missing', { field: label }) : [];
    if (!isRight(field, value)) reject('organisations.field_invalid', { field: label });
    return [{ id, label, kind, value }];
  });
}
