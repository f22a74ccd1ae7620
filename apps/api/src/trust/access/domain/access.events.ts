import type { EventsOf } from '@kernel/events';
import { id, instant } from '@wire/primitives';
import * as z from 'zod';

const elevation = { elevationId: id, accountId: id, role: z.string() };
const viewing = { viewingId: id, staffId: id, accountId: id };

/** Streams `elevation-<id>`, `reveal-<id>`, `viewing-<id>`. Reasons are sealed, in rows. */
export const accessEvents = {
  ElevationAsked: z
    .object({ ...elevation, approvalId: id })
    .describe('Somebody of staff asks for one more role for an hour.'),
  ElevationBegan: z
    .object({ ...elevation, until: instant })
    .describe('A second person agreed; the role holds until then.'),
  ElevationRefused: z.object(elevation).describe('A second person did not agree, or not in time.'),
  GlassBroken: z
    .object({ ...elevation, until: instant })
    .describe('Somebody took a role in an emergency, without a second person. Everybody is told.'),
  ElevationEnded: z
    .object({ ...elevation, by: id.nullable() })
    .describe('The hour is over, or somebody ended it before.'),
  DetailsRevealed: z
    .object({
      revealId: id,
      staffId: id,
      subject: z.string(),
      subjectId: id,
      fields: z.array(z.string()),
      until: instant,
    })
    .describe('Masked details of one person are shown to one person of staff until then.'),
  ViewingBegan: z
    .object({ ...viewing, until: instant })
    .describe('Somebody of staff sees what a member sees, and can change nothing.'),
  ViewingEnded: z.object(viewing).describe('The look with the eyes of a member is over.'),
};

export type AccessEvent = EventsOf<typeof accessEvents>;
