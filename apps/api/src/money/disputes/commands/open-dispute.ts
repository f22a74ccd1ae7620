import type { OpenDispute as Input, Side } from '@wire/disputes';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ContractPage } from '../../../market/contracts';
import { DisputableOf, FreezeMilestones } from '../../escrow';
import { dispute } from '../domain/dispute';
import { open } from '../domain/opening';
import { allocationsOf } from '../domain/split';
import { Cases } from './cases';
import { keepEvidence, packed, type Kept } from './evidence';
import { NewEvidence } from './new-evidence';

/** A side of a contract disputes milestones: their money stops in the same transaction. */
export class OpenDispute extends Command<{ id: string }> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(OpenDispute)
export class OpenDisputeHandler implements ICommandHandler<OpenDispute> {
  constructor(
    private readonly cases: Cases,
    private readonly newEvidence: NewEvidence,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  async execute({ input, idempotencyKey: key }: OpenDispute): Promise<{ id: string }> {
    const { by, now } = this.cases.circumstance;
    const { contractId, milestoneIds } = input;
    const sides = await this.sides(contractId, by);
    const disputed = milestoneIds.map(
      (id) => sides.milestones.find((one) => one.id === id) ?? reject('escrow.no_such_milestone'),
    );
    const milestones = disputed.map(({ id, amount }) => ({ id, amount }));
    const disputeId = randomUUIDv7();
    const claim = await this.cases.write('claim', input.reason);
    const wish = { offerId: randomUUIDv7(), allocations: allocationsOf(milestones, input.wish) };
    const record = packed(await this.queries.execute(new ContractPage(contractId)));
    const own = await this.newEvidence.of('', input.files, sides.side);
    const facts = open(dispute.initial, {
      ...{ disputeId, contractId, clientId: sides.clientId, providerId: sides.providerId },
      ...{
        openedBy: sides.side,
        category: input.category,
        milestones,
        claim: claim.ref,
        wish,
        now,
      },
      packed: [...record, ...own].map(({ id, kind, sha256, size }) => ({ id, kind, sha256, size })),
    });
    const opening = {
      ...{ disputeId, by, milestoneIds },
      facts: { stream: `dispute-${disputeId}`, expected: 0, facts },
      rows: async (sql: Parameters<typeof keepEvidence>[0]) => {
        await this.cases.keep(sql, disputeId, [claim]);
        await keepEvidence(sql, disputeId, [...record, ...own] satisfies Kept[]);
        await this.newEvidence.share(sql, input.files, [sides.otherId]);
      },
      intent: { scope: `dispute:${by}`, key, request: input },
    };
    return this.commands.execute(new FreezeMilestones(contractId, opening));
  }

  private async sides(contractId: string, by: string) {
    const found = await this.queries.execute(new DisputableOf(contractId));
    if (!found) return reject('contracts.not_found');
    const { clientId, providerId } = found;
    if (by !== clientId && by !== providerId) return reject('contracts.not_found');
    const side: Side = by === clientId ? 'client' : 'provider';
    return { ...found, side, otherId: side === 'client' ? providerId : clientId };
  }
}
