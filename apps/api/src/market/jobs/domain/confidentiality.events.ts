import { id } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const sha256 = z.string();

/** On a stream for each signature; the text itself is kept under its hash. */
export const confidentialityEvents = {
  ConfidentialitySigned: z
    .object({ signatureId: id, jobId: id, clientId: id, accountId: id, sha256 })
    .describe(
      'Somebody signed the text with this hash and may read what a job holds back, as long as there is the job.',
    ),
};

/** On the stream of the organisation. */
export const confidentialityTextEvents = {
  ConfidentialityTextChanged: z
    .object({
      organisationId: id,
      version: z.number().int(),
      sha256: sha256.nullable(),
      by: id,
    })
    .describe(
      'Another text is signed before briefs of the organisation are read; none is the house’s own. Earlier signatures keep theirs.',
    ),
};

export type ConfidentialityEvent = EventsOf<typeof confidentialityEvents>;
