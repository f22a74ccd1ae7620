import * as z from 'zod';
import { id, person } from './primitives';

/** What two accounts may share: a payout account, a phone, a browser, an address of the network. */
export const linkKind = z.enum(['bank', 'phone', 'device', 'address']);
export type LinkKind = z.infer<typeof linkKind>;
export const linkNode = z.object({
  account: person.pick({ id: true, name: true }),
  /** Steps from the account of the case, which has 0. */
  hops: z.number().int(),
  openCaseId: id.nullable(),
  restricted: z.boolean(),
});
export type LinkNode = z.infer<typeof linkNode>;
/** Two accounts that share something: which, and a mark that says nothing of what it is. */
export const linkEdge = z.object({ from: id, to: id, kind: linkKind, mark: z.string() });
export type LinkEdge = z.infer<typeof linkEdge>;
export const links = z.object({
  nodes: z.array(linkNode),
  edges: z.array(linkEdge),
  /** There are more than are shown. */
  isCut: z.boolean(),
});
export type Links = z.infer<typeof links>;
