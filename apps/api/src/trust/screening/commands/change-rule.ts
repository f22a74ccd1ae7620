import type { ChangeRule as Input } from '@wire/screening';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** A rule gets other limits, or is switched on or off: always as a new version. */
export class ChangeRule extends Command<void> {
  constructor(readonly input: Input) {
    super();
  }
}

@CommandHandler(ChangeRule)
export class ChangeRuleHandler implements ICommandHandler<ChangeRule> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  execute({ input }: ChangeRule): Promise<void> {
    const { rule, enabled, amountMinor, times, hours } = input;
    const { id: by } = this.context.actor;
    return this.facts.commit(async (_, sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`rule-${rule}`]);
      const [row] = await sql.query<{ version: number }>(
        `insert into screening_rules (rule, version, enabled, amount, times, hours, by, at)
          select $1, max(version) + 1, $2, $3, $4, $5, $6, $7 from screening_rules where rule = $1
          returning version`,
        [rule, enabled, amountMinor, times, hours, by, this.clock.now().toISOString()],
      );
      const fact = { rule, version: row?.version ?? 0, enabled, by };
      return { told: [about('rule', rule, 'RiskRuleChanged', fact)] };
    });
  }
}
