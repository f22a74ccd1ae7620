import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { optionalPurposes, soldPurposes, type ConsentState } from '@wire/consents';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { diffWordsWithSpace } from 'diff';
import { latestHere, textsNow } from '../adapters/consent-rows';
import { guestOf, whose, type Visit } from '../adapters/whose';
import { holds } from '../domain/choices';

/** To what did whoever asks say yes, and is there something left to say? */
export class ConsentStateOf extends Query<ConsentState> {
  constructor(
    readonly visit: Visit,
    readonly locale: 'en' | 'ar',
  ) {
    super();
  }
}

@QueryHandler(ConsentStateOf)
export class ConsentStateOfHandler implements IQueryHandler<ConsentStateOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ visit, locale }: ConsentStateOf): Promise<ConsentState> {
    const texts = await textsNow(this.database, locale);
    const who = whose(this.context, visit);
    const latest = await latestHere(this.database, who, guestOf(visit));
    const choices = optionalPurposes.map((purpose) => {
      const { version = 1, body = '' } = texts.get(purpose) ?? {};
      const known = latest.get(purpose);
      return {
        purpose,
        version,
        body,
        given: holds(known, version, visit.hasSignal),
        at: known?.at.toISOString() ?? null,
        answered: known?.version ?? null,
        bySignal: visit.hasSignal && soldPurposes.includes(purpose),
      };
    });
    const { version = 1, body = '' } = texts.get('terms') ?? {};
    const accepted = latest.get('terms')?.version ?? null;
    const changes =
      who && !who.isGuest && accepted !== null && accepted < version
        ? await this.changes(accepted, body, locale)
        : null;
    // A text that changed is asked about again; what the signal answers is not.
    const isOpen = choices.some((one) => !one.bySignal && one.answered !== one.version);
    return { isOpen, choices, terms: { version, accepted, body, changes } };
  }

  private async changes(from: number, now: string, locale: string) {
    const [row] = await this.database.query<{ body: string }>(
      `select body from consent_texts where purpose = 'terms' and version = $1 and locale = $2`,
      [from, locale],
    );
    return diffWordsWithSpace(row?.body ?? '', now).map(({ added, removed, value }) => ({
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value,
    }));
  }
}
