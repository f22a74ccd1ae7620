import type { AddedIpRule, AddIpRule as Input } from '@wire/surface';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { networks } from '@kernel/networks';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../../money/approvals';
import { checkRule, needsTwo } from '../domain/ip-rule';
import { PutIpRule } from './put-ip-rule';

/** Somebody keeps a network out, or lets one in; a wide one waits for a second person. */
export class AddIpRule extends Command<AddedIpRule> {
  constructor(
    readonly input: Input,
    /** Where the one who asks sits. */
    readonly address: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(AddIpRule)
export class AddIpRuleHandler implements ICommandHandler<AddIpRule> {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute({ input, address, idempotencyKey }: AddIpRule): Promise<AddedIpRule> {
    const coversMaker = networks(input.network)(address);
    checkRule(input, { coversMaker, now: this.clock.now() });
    const by = this.context.actor.id;
    if (!needsTwo(input.network)) {
      const id = await this.commands.execute(
        new PutIpRule(input, by, { key: idempotencyKey, approvalId: null }),
      );
      return { id, approvalId: null };
    }
    const { network, effect, reason, note, expiresAt } = input;
    const { approvalId } = await this.commands.execute(
      new RequestApproval(
        {
          action: 'ip-rule.add',
          subject: `ip-rules-${network}`,
          payload: { network, effect, reason, note, expiresAt, by },
          beneficiaries: [],
          reason: note,
          makerPermission: 'hold IpRule',
          requiredPermission: 'approve IpRule',
          changes: [{ field: effect, before: null, after: network }],
        },
        idempotencyKey,
      ),
    );
    return { id: null, approvalId };
  }
}
