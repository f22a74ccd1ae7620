import { reject } from '@kernel/reject';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { JobRow } from './job-row';

/** The job, held until the transaction ends, so that two decisions about it follow each other. */
export async function lockedJob(em: EntityManager, id: string): Promise<JobRow> {
  const job = await em.findOne(JobRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return job ?? reject('jobs.not_found');
}
