import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import { isDone } from '../domain/onboarding';
import { tasksOf } from './onboarding-rows';

interface Sides {
  readonly onboardingId: string;
  readonly organisationId: string;
  readonly providerId: string;
}

/** Once, when nothing that has to be done is open any more. */
export async function finished(sql: Sql, sides: Sides, now: Date): Promise<Told[]> {
  const { onboardingId } = sides;
  if (!isDone(await tasksOf(sql, onboardingId))) return [];
  const first = await sql.query(
    'update onboardings set done_at = $2 where id = $1 and done_at is null returning id',
    [onboardingId, now.toISOString()],
  );
  return first.length > 0 ? [about('onboarding', onboardingId, 'OnboardingDone', sides)] : [];
}
