import * as z from 'zod';
import { id, line, words } from './primitives';

/*
 * PUT /api/organisations/:id/fields  changeFields → 204 (owner, admin)
 *
 * The definitions are in organisationView and myOrganisations; what was given is in jobView,
 * contractView and the statement.
 */
export const fieldKind = z.enum(['text', 'number', 'date', 'choice']);
export type FieldKind = z.infer<typeof fieldKind>;
/** When it is asked: as a job is posted, or as somebody is hired. */
export const fieldAsked = z.enum(['job', 'hire']);
export type FieldAsked = z.infer<typeof fieldAsked>;

export const fieldWish = z.strictObject({
  /** Left out for a new one. */
  id: id.optional(),
  label: line(60),
  kind: fieldKind,
  /** What can be chosen; empty for the other kinds. */
  options: z.array(line(60)).max(30),
  required: z.boolean(),
  asked: fieldAsked,
});
export type FieldWish = z.infer<typeof fieldWish>;
/** All of them in their order; one that is not in the list is archived. */
export const changeFields = z.strictObject({ fields: z.array(fieldWish).max(20) });

export const orgField = z.object({
  id,
  label: z.string(),
  kind: fieldKind,
  options: z.array(z.string()),
  required: z.boolean(),
  asked: fieldAsked,
  archived: z.boolean(),
});
export type OrgField = z.infer<typeof orgField>;

export const givenValues = z.array(z.strictObject({ field: id, value: words(200) })).max(20);
export type GivenValues = z.infer<typeof givenValues>;

/** What was given, under the label that the field had then. */
export const filledField = z.object({
  id,
  label: z.string(),
  kind: fieldKind,
  value: z.string(),
});
export type FilledField = z.infer<typeof filledField>;

/** What is kept in a list: those with exactly this value. Both or neither. */
export const fieldFilter = { fieldId: id.optional(), fieldValue: words(200).optional() };
