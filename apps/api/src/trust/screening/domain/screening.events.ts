import { id, line } from '@wire/primitives';
import { disposition, listSource, ruleName, screeningCause, strength } from '@wire/screening';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const ids = { caseId: id, accountId: id };

export const listEvents = {
  SanctionListImported: z
    .object({
      source: listSource,
      date: z.string(),
      version: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
    })
    .describe('A new list of an authority is in use; everybody is screened again the next night.'),
  SanctionListUnfetched: z
    .object({ source: listSource, why: z.string() })
    .describe('A list could not be fetched from its publisher for the first time in a row.'),
};

export const ruleEvents = {
  RiskRuleChanged: z
    .object({ rule: ruleName, version: z.number().int(), enabled: z.boolean(), by: id })
    .describe('A rule over movements has other limits from now on.'),
};

/** On `case-<id>`, which only compliance may read. */
export const caseEvents = {
  ScreeningCaseOpened: z
    .object({ ...ids, strength })
    .describe(
      'Somebody is too much like a listed name, or moves money in a way that is looked at.',
    ),
  AlertRaised: z
    .object({ ...ids, alertId: id, cause: screeningCause, entryId: line(80).nullable() })
    .describe('One more reason to look; `entryId` is the listed one, where it is about a name.'),
  ScreeningCaseWaited: z.object({ ...ids, by: id }).describe('Compliance waits for the person.'),
  ScreeningCaseResolved: z
    .object({ ...ids, disposition, by: id, approvalId: id.nullable() })
    .describe('Compliance decided; for a true match two people did.'),
};

/** On `report-<id>`, which only compliance may read. */
export const reportEvents = {
  SuspicionDrafted: z
    .object({ reportId: id, caseId: id, by: id })
    .describe('Compliance writes a report to the authority.'),
  SuspicionFiled: z
    .object({ reportId: id, caseId: id, approvalId: id })
    .describe('Two people of compliance agreed, and the report counts as filed.'),
};

export type ListEvent = EventsOf<typeof listEvents>;
export type CaseEvent = EventsOf<typeof caseEvents>;
export type ReportEvent = EventsOf<typeof reportEvents>;
