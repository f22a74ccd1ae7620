import type { ScreeningCause } from '@wire/screening';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Rejection } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { RestrictWallet } from '../../../money/wallet';
import { ReadersOf } from '../../../people/accounts';
import { IdentityOf } from '../../verification';
import { entriesOf, SanctionLists, type Hit } from '../adapters/sanction-lists';
import { isPep } from '../domain/pep';
import { strengthOf } from '../domain/strength';
import { RaiseAlerts, type NewAlert } from './raise-alerts';

/** Compares every name that somebody goes by with the lists. One of an authority stops the wallet. */
export class ScreenAccount extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly cause: ScreeningCause,
    /** Further names: of a bank account, of owners. */
    readonly names: readonly string[] = [],
  ) {
    super();
  }
}

@CommandHandler(ScreenAccount)
export class ScreenAccountHandler implements ICommandHandler<ScreenAccount> {
  constructor(
    private readonly lists: SanctionLists,
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ accountId, cause, names }: ScreenAccount): Promise<void> {
    const reader = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    if (!reader) return;
    const identity = await this.queries.execute(new IdentityOf(accountId));
    const hits = await this.hits([reader.name, ...(identity?.names ?? []), ...names]);
    const alerts = await this.weigh(accountId, hits, identity?.birthDate ?? null);
    // Nobody in person did this, whoever's request it was.
    await this.context.run({ correlation: this.context.now.correlation }, async () => {
      await this.commands.execute(new RaiseAlerts(accountId, cause, alerts));
      if (alerts.some(stops)) await this.stop(accountId);
    });
  }

  private async hits(names: readonly string[]): Promise<Hit[]> {
    const best = new Map<string, Hit>();
    for (const name of new Set(names))
      for (const hit of await this.lists.like(name))
        if (hit.score > (best.get(hit.entryId)?.score ?? 0)) best.set(hit.entryId, hit);
    return [...best.values()];
  }

  /** Pairs that a person cleared are left out for as long as the entry is as it was. */
  private async weigh(
    accountId: string,
    hits: readonly Hit[],
    birthDate: string | null,
  ): Promise<NewAlert[]> {
    if (hits.length === 0) return [];
    const ids = hits.map(({ entryId }) => entryId);
    const entries = await entriesOf(this.database, ids);
    const cleared = await this.database.query<{ entry_id: string; entry_hash: string }>(
      'select entry_id, entry_hash from screening_cleared where account_id = $1',
      [accountId],
    );
    const known = new Set(cleared.map((row) => `${row.entry_id} ${row.entry_hash}`));
    return hits.flatMap(({ entryId, listedName, score: alike }): NewAlert[] => {
      const entry = entries.get(entryId);
      if (!entry || known.has(`${entryId} ${entry.hash}`)) return [];
      const { score, strength } = strengthOf(alike, entry.births, { birthDate });
      const alert = { kind: 'name', entryId, entryHash: entry.hash, listedName, score } as const;
      return strength ? [{ ...alert, strength }] : [];
    });
  }

  private async stop(accountId: string): Promise<void> {
    const input = { reason: 'sanctions_hit', note: 'Screening found a listed name.' } as const;
    await this.commands.execute(new RestrictWallet(accountId, input)).catch((error: unknown) => {
      if (!(error instanceof Rejection) || error.code !== 'wallet.already_restricted') throw error;
    });
  }
}

/** A public office is looked at, and stops nothing. */
const stops = (alert: NewAlert): boolean =>
  alert.strength === 'strong' && alert.kind === 'name' && !isPep(alert.entryId);
