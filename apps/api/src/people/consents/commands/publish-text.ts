import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import type { publishText } from '@wire/consents';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import type * as z from 'zod';

type Input = z.infer<typeof publishText>;

const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** A text has a new version in every language; from now on everybody is asked about it again. */
export class PublishText extends Command<{ version: number }> {
  constructor(readonly input: Input) {
    super();
  }
}

@CommandHandler(PublishText)
export class PublishTextHandler implements ICommandHandler<PublishText> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ input: { purpose, en, ar } }: PublishText): Promise<{ version: number }> {
    const hashes = { en: hashOf(en), ar: hashOf(ar) };
    return this.facts.commit(async (_, sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`text ${purpose}`]);
      const [row] = await sql.query<{ last: number }>(
        'select max(version)::int as last from consent_texts where purpose = $1',
        [purpose],
      );
      const version = (row?.last ?? 0) + 1;
      await sql.query(
        `insert into consent_texts (purpose, version, locale, body, hash, since)
          values ($1, $2, 'en', $3, $4, $7), ($1, $2, 'ar', $5, $6, $7)`,
        [purpose, version, en, hashes.en, ar, hashes.ar, this.clock.now().toISOString()],
      );
      const told = [about('texts', purpose, 'ConsentTextPublished', { purpose, version, hashes })];
      return { told, answer: { version } };
    });
  }
}
