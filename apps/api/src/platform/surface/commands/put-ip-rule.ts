import { id } from '@wire/primitives';
import { addIpRule, type AddIpRule as Input } from '@wire/surface';
import { Clock } from '@kernel/clock';
import { derivedId } from '@kernel/derived-id';
import { about, Facts } from '@kernel/facts';
import { Wakeups } from '@kernel/wakeups';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { prefixOf } from '../domain/ip-rule';
import { rulesChanged } from '../adapters/rule-watch';

/** What two people agreed to, as it was put to them. */
export const grantedRule = addIpRule.extend({ by: id });

/** Puts a rule that may be put into force; the same approval puts it once. */
export class PutIpRule extends Command<string> {
  constructor(
    readonly input: Input,
    readonly by: string,
    /** The same wish puts the same rule. */
    readonly wish: { readonly key: string; readonly approvalId: string | null },
  ) {
    super();
  }
}

@CommandHandler(PutIpRule)
export class PutIpRuleHandler implements ICommandHandler<PutIpRule> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly wakeups: Wakeups,
  ) {}

  async execute({ input, by, wish: { key, approvalId } }: PutIpRule): Promise<string> {
    const { network, effect, reason, note, expiresAt } = input;
    const ruleId = derivedId('ip-rule', by, key);
    const id = await this.facts.commit<string>(async (_, sql) => {
      const [row] = await sql.query<{ id: string }>(
        `insert into ip_rules
            (id, network, effect, reason, note, added_by, added_at, expires_at, approval_id)
          values ($1, network($2::inet), $3, $4, $5, $6, $7, $8, $9)
          on conflict do nothing returning id`,
        [
          ...[ruleId, network, effect, reason, note, by],
          ...[this.clock.now().toISOString(), expiresAt, approvalId],
        ],
      );
      const fact = { ruleId, effect, prefixLength: prefixOf(network), reason, expiresAt };
      const told = about('surface', ruleId, 'IpRuleAdded', { ...fact, by, approvalId });
      return { told: row ? [told] : [], answer: ruleId };
    });
    this.wakeups.tell('changed', rulesChanged);
    return id;
  }
}
