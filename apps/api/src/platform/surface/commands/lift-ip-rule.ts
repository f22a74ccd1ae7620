import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Wakeups } from '@kernel/wakeups';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesChanged } from '../adapters/rule-watch';

/** Ends a rule before its time. Rejects surface.no_such_rule. */
export class LiftIpRule extends Command<void> {
  constructor(readonly ruleId: string) {
    super();
  }
}

@CommandHandler(LiftIpRule)
export class LiftIpRuleHandler implements ICommandHandler<LiftIpRule> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly wakeups: Wakeups,
  ) {}

  async execute({ ruleId }: LiftIpRule): Promise<void> {
    const by = this.context.actor.id;
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query(
        `update ip_rules set lifted_by = $2, lifted_at = $3
          where id = $1 and lifted_at is null returning id`,
        [ruleId, by, this.clock.now().toISOString()],
      );
      if (!row) return reject('surface.no_such_rule');
      return { told: [about('surface', ruleId, 'IpRuleLifted', { ruleId, by })] };
    });
    this.wakeups.tell('changed', rulesChanged);
  }
}
