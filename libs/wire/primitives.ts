import { currencies } from '@money';
import * as z from 'zod';
import { asLine, asText } from './plain';

/** UUIDv7. */
export const id = z.uuid();
export const currency = z.enum(currencies);
const digits = z.string().regex(/^-?\d{1,18}$/, 'money.not_minor_units');
/** Whole minor units as a decimal string, at most 18 digits. */
export const money = z.strictObject({ amountMinor: digits, currency });
/** Looks at the digits: the check also runs on what is no number. */
export const positiveMoney = money.refine(
  (m) => /^0*[1-9]/.test(m.amountMinor),
  'money.not_positive',
);
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
export const email = z.email().max(254).toLowerCase();
export const locale = z.enum(['en', 'ar']);
export const country = z.string().regex(/^[A-Z]{2}$/);
export const timeZone = z.string().max(64);
/** Names, titles and what else has one line: plain, without what nobody sees. May be empty. */
export const words = (max: number) => z.string().overwrite(asLine).trim().max(max);
/** The same, and there has to be something. */
export const line = (max: number) => words(max).min(1);
/** What has many lines: plain, without what nobody sees. */
export const text = (max: number) => z.string().overwrite(asText).trim().max(max);
/** Lower-case word(s) of the skills taxonomy: `angular`, `postgresql`, `arabic`. */
export const skill = z.string().trim().toLowerCase().min(1).max(40);
export const slug = z.string().regex(/^[a-z0-9-]{1,80}$/);

export const cursor = z.string().max(400);
/** Query of every list: `?after=<cursor>&limit=`. */
export const page = {
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

/** Answer of every list; `next` is the cursor of the following page, null at the end. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: cursor.nullable() });

/** How a person is shown to others. */
export const person = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  avatarUrl: z.string().nullable(),
  country: z.string().nullable(),
  timeZone: z.string().nullable(),
});
export type Person = z.infer<typeof person>;

export const created = z.object({ id });
export const accepted = z.object({ accepted: z.literal(true) });
