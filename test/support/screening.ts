import type { Caller } from './app';
import { key } from './approvals';

const checklist = ['name', 'birth', 'country', 'activity', 'sources'];
/** Compliance says what a case came to. */
export const resolve = (by: Caller, caseId: string, disposition: string, changes: object = {}) =>
  by.post(
    `/api/admin/screening/cases/${caseId}/resolve`,
    { disposition, note: 'Compared with the entry.', checklist, ...changes },
    key(),
  );
