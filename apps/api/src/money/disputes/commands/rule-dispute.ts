import type { Ruled, RuleDispute as Input } from '@wire/dispute-console';
import { reject, Rejection } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { RequestApproval } from '../../approvals';
import { known, type Case } from '../domain/dispute';
import { disputePolicy } from '../domain/policy';
import { mayRule, needsSecondPerson, rule, type Ruling } from '../domain/ruling';
import { SimulateOutcome } from '../queries/simulate-outcome';
import { Cases, type Written } from './cases';

/** What a second person agrees to: `dispute.rule`. */
export const rulingAction = 'dispute.rule';

interface Intent {
  readonly key: string;
  readonly request: unknown;
}

/** The assigned mediator decides, on the effect that was looked at, with reasons and by a rule. */
export class RuleDispute extends Command<Ruled> {
  constructor(
    readonly disputeId: string,
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(RuleDispute)
export class RuleDisputeHandler implements ICommandHandler<RuleDispute> {
  constructor(
    private readonly cases: Cases,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  async execute({ disputeId, input, idempotencyKey: key }: RuleDispute): Promise<Ruled> {
    const intent = { key, request: { disputeId, input } };
    try {
      return await this.decide(disputeId, input, intent);
    } catch (error) {
      // Asked again, the case is no longer where it was: the first answer is the answer.
      if (!(error instanceof Rejection)) throw error;
      return this.cases.decide<Ruled>(disputeId, () => reject(error.code, error.detail), {
        intent,
      });
    }
  }

  private async decide(disputeId: string, input: Input, intent: Intent): Promise<Ruled> {
    const { by, now } = this.cases.circumstance;
    const state = await this.cases.read(disputeId);
    const open = known(state);
    const rules: readonly string[] = disputePolicy.rules.map(({ reference }) => reference);
    if (!rules.includes(input.policyReference)) reject('disputes.unknown_policy');
    const allocations = mayRule(state, by, input.split, now);
    const effect = await this.queries.execute(new SimulateOutcome(disputeId, input.split, 'staff'));
    if (effect.hash !== input.simulationHash) reject('disputes.simulation_stale');
    const rulingId = randomUUIDv7();
    const reasons = await this.cases.write('reasons', input.reasons);
    const precedent = await this.cases.write('precedent', input.precedent, rulingId);
    const simulation = await this.cases.write('simulation', JSON.stringify(effect));
    const { policyReference, simulationHash } = input;
    const ruling = {
      ...{ rulingId, allocations, reasons: reasons.ref, policyReference, simulationHash, now },
    };
    const approvalId = needsSecondPerson(open) ? await this.ask(open, ruling, input.reasons) : null;
    const words = [reasons, precedent, simulation];
    return this.propose(disputeId, { ...ruling, approvalId }, words, intent);
  }

  private propose(
    disputeId: string,
    ruling: Ruling,
    words: Written[],
    intent: Intent,
  ): Promise<Ruled> {
    const state = ruling.approvalId ? ('ruling_proposed' as const) : ('decided' as const);
    return this.cases.decide(
      disputeId,
      (now, { by }) => rule(now, by, ruling),
      { words, intent },
      { state, approvalId: ruling.approvalId },
    );
  }

  /** The proposal comes first: if it is granted without a ruling beside it, nothing runs. */
  private async ask(
    open: Case,
    ruling: Omit<Ruling, 'approvalId'>,
    reason: string,
  ): Promise<string> {
    const { disputeId, clientId, providerId, amount } = open;
    const { rulingId, allocations, policyReference, simulationHash } = ruling;
    const { approvalId } = await this.commands.execute(
      new RequestApproval({
        action: rulingAction,
        subject: `dispute-${disputeId}`,
        payload: {
          ...{ disputeId, rulingId, policyReference, simulationHash },
          allocations: allocations.map(({ milestoneId, toProvider, toClient }) => ({
            milestoneId,
            toProvider: { ...toProvider },
            toClient: { ...toClient },
          })),
          reasonsHash: ruling.reasons.sha256,
        },
        amount,
        beneficiaries: [clientId, providerId],
        reason,
        requiredPermission: 'approve Dispute',
        makerPermission: 'rule Dispute',
      }),
    );
    return approvalId;
  }
}
