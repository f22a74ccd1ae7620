import type { Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';

/** What is listened to, as the market tells it; declared here because the market listens to profiles. */
type Heard =
  | {
      readonly type: 'ReviewPublished';
      readonly data: { readonly subjectId: string; readonly stars: number };
    }
  | {
      readonly type: 'ContractCompleted';
      readonly data: { readonly clientId: string; readonly providerId: string };
    };

/** Answers: how good is this person's work said to be, and how much of it is there? */
@Injectable()
@Projection('profile-figures')
export class ProfileFigures {
  readonly on: On<Heard> = {
    ReviewPublished: async ({ subjectId, stars }, _, sql) => {
      await sql.query(
        `insert into profile_figures as f (account_id, stars, reviews) values ($1, $2, 1)
          on conflict (account_id) do update set stars = f.stars + excluded.stars, reviews = f.reviews + 1`,
        [subjectId, stars],
      );
    },
    ContractCompleted: async ({ clientId, providerId }, _, sql) => {
      await this.completed(sql, clientId);
      await this.completed(sql, providerId);
    },
  };

  private async completed(sql: Sql, accountId: string): Promise<void> {
    await sql.query(
      `insert into profile_figures as f (account_id, completed_contracts) values ($1, 1)
        on conflict (account_id) do update set completed_contracts = f.completed_contracts + 1`,
      [accountId],
    );
  }
}
