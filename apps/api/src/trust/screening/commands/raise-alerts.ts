import type { Sql } from '@eventstore/record';
import type { RuleName, ScreeningCause, Strength } from '@wire/screening';
import { Clock } from '@kernel/clock';
import { about, Facts, type Told } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';

interface NameAlert {
  readonly kind: 'name';
  readonly entryId: string;
  readonly entryHash: string;
  readonly listedName: string;
  readonly score: number;
  readonly strength: Strength;
}

interface RuleAlert {
  readonly kind: 'rule';
  readonly rule: RuleName;
  readonly version: number;
  /** The movement that broke it. */
  readonly reference: string;
  readonly strength: Strength;
}

export type NewAlert = NameAlert | RuleAlert;

/** Reasons to look at somebody. One that is known says nothing; all open ones are one case. */
export class RaiseAlerts extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly cause: ScreeningCause,
    readonly alerts: readonly NewAlert[],
  ) {
    super();
  }
}

@CommandHandler(RaiseAlerts)
export class RaiseAlertsHandler implements ICommandHandler<RaiseAlerts> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId, cause, alerts }: RaiseAlerts): Promise<void> {
    if (alerts.length === 0) return;
    await this.facts.commit(async (_, sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`case-${accountId}`]);
      const fresh = await this.unknown(sql, accountId, alerts);
      if (fresh.length === 0) return { told: [] };
      const strength = fresh.some((one) => one.strength === 'strong') ? 'strong' : 'possible';
      const { caseId, told } = await this.caseOf(sql, accountId, strength);
      for (const alert of fresh) {
        const alertId = await this.add(sql, { accountId, cause, caseId, alert });
        const entryId = alert.kind === 'name' ? alert.entryId : null;
        told.push(
          about('case', caseId, 'AlertRaised', { caseId, accountId, alertId, cause, entryId }),
        );
      }
      return { told };
    });
  }

  private async unknown(sql: Sql, accountId: string, alerts: readonly NewAlert[]) {
    const rows = await sql.query<{ entry: string; hash: string }>(
      `select coalesce(entry_id, rule) as entry, coalesce(entry_hash, reference) as hash
        from screening_alerts where account_id = $1
        union all select entry_id, entry_hash from screening_cleared where account_id = $1`,
      [accountId],
    );
    const known = new Set(rows.map(({ entry, hash }) => `${entry} ${hash}`));
    return alerts.filter((one) => !known.has(keyOf(one)));
  }

  private async caseOf(
    sql: Sql,
    accountId: string,
    strength: Strength,
  ): Promise<{ caseId: string; told: Told[] }> {
    const [open] = await sql.query<{ id: string }>(
      `update screening_cases set
          strength = case when $2 = 'strong' then 'strong' else strength end
        where account_id = $1 and state <> 'resolved' returning id`,
      [accountId, strength],
    );
    if (open) return { caseId: open.id, told: [] };
    const caseId = randomUUIDv7();
    await sql.query(
      `insert into screening_cases (id, account_id, state, strength, opened_at)
        values ($1, $2, 'open', $3, $4)`,
      [caseId, accountId, strength, this.clock.now().toISOString()],
    );
    const fact = { caseId, accountId, strength };
    return { caseId, told: [about('case', caseId, 'ScreeningCaseOpened', fact)] };
  }

  private async add(sql: Sql, { accountId, cause, caseId, alert }: Placed): Promise<string> {
    const id = randomUUIDv7();
    const at = this.clock.now().toISOString();
    const name = alert.kind === 'name' ? alert : null;
    const rule = alert.kind === 'rule' ? alert : null;
    await sql.query(
      `insert into screening_alerts (id, case_id, account_id, kind, strength, cause, entry_id,
          entry_hash, listed_name, score, rule, rule_version, reference, raised_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[id, caseId, accountId, alert.kind, alert.strength, cause],
        ...[name?.entryId, name?.entryHash, name?.listedName, name?.score],
        ...[rule?.rule, rule?.version, rule?.reference, at],
      ],
    );
    return id;
  }
}

interface Placed {
  readonly accountId: string;
  readonly cause: ScreeningCause;
  readonly caseId: string;
  readonly alert: NewAlert;
}

const keyOf = (alert: NewAlert): string =>
  alert.kind === 'name'
    ? `${alert.entryId} ${alert.entryHash}`
    : `${alert.rule} ${alert.reference}`;
