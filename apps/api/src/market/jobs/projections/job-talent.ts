import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CardsOf, type ProfileEvent } from '../../../people/profiles';

/** Answers: who could do this job? */
@Injectable()
@Projection('job-talent')
export class JobTalent {
  constructor(private readonly queries: QueryBus) {}

  readonly on: On<ProfileEvent> = {
    ProfileChanged: async ({ accountId }, _, sql) => {
      const card = (await this.queries.execute(new CardsOf([accountId]))).get(accountId);
      if (!card?.roles.includes('provider')) {
        await sql.query('delete from job_talent where account_id = $1', [accountId]);
        return;
      }
      await sql.query(
        `insert into job_talent (account_id, skills, languages) values ($1, $2, $3)
          on conflict (account_id) do update
          set skills = excluded.skills, languages = excluded.languages`,
        [accountId, card.skills, card.languages],
      );
    },
  };
}
