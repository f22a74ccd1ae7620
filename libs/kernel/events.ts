import type * as z from 'zod';

type Catalogue = Readonly<Record<string, z.ZodType>>;

/** The union of facts that a catalogue of schemas describes. */
export type EventsOf<C extends Catalogue> = {
  [Type in keyof C & string]: { readonly type: Type; readonly data: z.infer<C[Type]> };
}[keyof C & string];
