import type { Sql } from '@eventstore/record';
import type { ChooseNotice, NoticeChannel, NoticeTopic } from '@wire/notifications';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../domain/notices';
import { isLocked, isUsual, topicOf } from '../domain/topics';

interface Choice {
  readonly account_id: string;
  readonly topic: string;
}

/** What people chose. Where nothing is written down, everything comes but texts (`isUsual`). */
@Injectable()
export class Wanted {
  /** Those of the notices that their readers want by this way, or get whatever they want. */
  async among<One extends Notice>(
    sql: Sql,
    channel: NoticeChannel,
    notices: readonly One[],
  ): Promise<One[]> {
    const asked = notices.filter(({ kind }) => !isLocked(topicOf(kind), channel));
    if (asked.length === 0) return [...notices];
    const refused = await sql.query<Choice>(
      `select account_id, topic from notice_choices
        where account_id = any($1::uuid[]) and channel = $2 and not wanted`,
      [[...new Set(asked.map(({ to }) => to))], channel],
    );
    const isRefused = ({ to, kind }: Notice) =>
      refused.some(({ account_id: of, topic }) => of === to && topic === topicOf(kind));
    return notices.filter((one) => !asked.includes(one) || !isRefused(one));
  }

  async isWanted(sql: Sql, accountId: string, channel: NoticeChannel, topic: NoticeTopic) {
    const [chosen] = await sql.query<{ wanted: boolean }>(
      `select wanted from notice_choices
        where account_id = $1 and channel = $2 and topic = $3`,
      [accountId, channel, topic],
    );
    return chosen?.wanted ?? isUsual(topic, channel);
  }

  /** True when that is another choice than before. */
  async choose(
    sql: Sql,
    accountId: string,
    { topic, channel, wanted }: ChooseNotice,
    at: string,
  ): Promise<boolean> {
    const rows = await sql.query(
      `insert into notice_choices as c (account_id, topic, channel, wanted, changed_at)
        select $1::uuid, $2, $3, $4::boolean, $5::timestamptz
          where $4 is distinct from coalesce((select wanted from notice_choices
            where account_id = $1 and topic = $2 and channel = $3), $6)
        on conflict (account_id, topic, channel) do update
          set wanted = excluded.wanted, changed_at = excluded.changed_at returning c.topic`,
      [accountId, topic, channel, wanted, at, isUsual(topic, channel)],
    );
    return rows.length > 0;
  }
}
