import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import {
  agreedPurposes,
  optionalPurposes,
  soldPurposes,
  type AgreedPurpose,
  type Agreement,
  type ConsentState,
} from '@wire/consents';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { diffWordsWithSpace } from 'diff';
import { latestHere, textOf, textsNow } from '../adapters/consent-rows';
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

interface Before {
  readonly purpose: AgreedPurpose;
  readonly version: number;
  readonly locale: string;
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
    const agreements: Agreement[] = [];
    for (const purpose of agreedPurposes) {
      const { version = 1, body = '' } = texts.get(purpose) ?? {};
      const known = latest.get(purpose);
      const agreed = known?.version ?? null;
      const isDue = who !== null && !who.isGuest && agreed !== version;
      const isOther = isDue && agreed !== null;
      const changes = isOther
        ? await this.changes({ purpose, version: agreed, locale }, body)
        : null;
      const at = known?.at.toISOString() ?? null;
      agreements.push({ purpose, version, body, agreed, at, isDue, changes });
    }
    // A text that changed is asked about again; what the signal answers is not.
    const isOpen = choices.some((one) => !one.bySignal && one.answered !== one.version);
    return { isOpen, choices, agreements };
  }

  private async changes({ purpose, ...from }: Before, now: string) {
    const text = await textOf(this.database, purpose, from);
    return diffWordsWithSpace(text?.body ?? '', now).map(({ added, removed, value }) => ({
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value,
    }));
  }
}
