import { defineEntity } from '@mikro-orm/postgresql';
import type { FilledField } from '@wire/org-fields';
import type { Job, JobContent, JobStatus } from '../domain/job';

const schema = defineEntity({
  name: 'JobRow',
  tableName: 'jobs',
  properties: (p) => ({
    id: p.uuid().primary(),
    clientId: p.uuid(),
    organisationId: p.uuid().nullable(),
    workspaceId: p.uuid().nullable(),
    status: p.text().$type<JobStatus>(),
    revision: p.integer(),
    content: p.json<JobContent>(),
    fields: p.json<readonly FilledField[]>(),
    draftedAt: p.datetime(),
    savedAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    closeReason: p.text().nullable(),
  }),
});

/** A job as it is stored; its rules are in domain/job.ts. */
export class JobRow extends schema.class implements Job {}
schema.setClass(JobRow);
