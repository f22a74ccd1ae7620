import { Projection, type On } from '@kernel/consumers';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { AccountEvent } from '../../../people/accounts';
import { CardsOf, type ProfileEvent } from '../../../people/profiles';
import type { ReviewEvent } from '../../reviews';
import { learn } from './words';

/** Answers: which providers can be found, and how is anybody rated? */
@Injectable()
@Projection('found-talent')
export class FoundTalent {
  constructor(private readonly queries: QueryBus) {}

  readonly on: On<ProfileEvent | AccountEvent | ReviewEvent> = {
    ProfileChanged: ({ accountId }, { metadata }, sql) => this.look(accountId, metadata.at, sql),
    RolesChanged: ({ accountId }, { metadata }, sql) => this.look(accountId, metadata.at, sql),
    EmailVerified: ({ accountId }, { metadata }, sql) => this.look(accountId, metadata.at, sql),
    ReviewPublished: async ({ subjectId, stars }, _, sql) => {
      await sql.query(
        `insert into search_figures as f (account_id, stars, reviews) values ($1, $2, 1)
          on conflict (account_id) do update
          set stars = f.stars + excluded.stars, reviews = f.reviews + 1`,
        [subjectId, stars],
      );
    },
  };

  private async look(accountId: string, at: string, sql: Sql): Promise<void> {
    const card = (await this.queries.execute(new CardsOf([accountId]))).get(accountId);
    if (!card?.roles.includes('provider')) {
      await sql.query('delete from search_talent where account_id = $1', [accountId]);
      return;
    }
    await sql.query(
      `insert into search_talent (account_id, skills, seen_at, words)
        values ($1, $2, $3, setweight(to_tsvector('english', array_to_string($2::text[], ' ')), 'A')
          || setweight(to_tsvector('english', $4), 'B') || setweight(to_tsvector('simple', $5), 'C'))
        on conflict (account_id) do update
        set skills = excluded.skills, seen_at = excluded.seen_at, words = excluded.words`,
      [accountId, card.skills, at, card.headline, card.name],
    );
    await learn(sql, card.skills, card.headline);
  }
}
