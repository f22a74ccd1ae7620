import { currencyOf, minorOf, type Said } from './expected-legs';
import type { Rates } from './second-fees';
import { toFund } from './second-fees';
import { insist } from './violation';

export interface TracedMilestone {
  readonly id: string;
  amount: bigint;
  readonly agreed: bigint;
  state: 'pending' | 'funded' | 'in_review' | 'changes' | 'released' | 'refunded' | 'split';
  frozenBy: string | null;
  readonly holds: Set<string>;
  chargeback: { id: string; taken: bigint } | null;
  dueAt: string | null;
  offer: string | null;
}
export interface TracedContract {
  readonly id: string;
  readonly clientId: string;
  readonly providerId: string;
  readonly currency: string;
  readonly rates: Rates;
  readonly milestones: Map<string, TracedMilestone>;
  status: 'signed' | 'open' | 'closed';
  /** Funded less everything that left. */
  inside: bigint;
}

const ended = new Set(['released', 'refunded', 'split']);
const text = String;

/**
 * The automaton of escrows: what may follow what, from the rules. Nothing leaves disputed money but by
 * the end of its dispute, nothing leaves held money, and nothing happens after the close.
 */
export class EscrowTrace {
  readonly contracts = new Map<string, TracedContract>();
  /** Disputes that ended with a decision or a settlement: only they move disputed money. */
  readonly endedDisputes = new Map<string, Said>();

  sign(contract: TracedContract): void {
    this.contracts.set(contract.id, contract);
  }

  ratesOf = (id: string): Rates => this.contract(id).rates;
  amountOf = (id: string, said: Said): bigint => this.milestone(id, said).agreed;
  paidFor(id: string, said: Said) {
    const { rates } = this.contract(id);
    return toFund(this.milestone(id, said).agreed, rates);
  }

  contract(id: string): TracedContract {
    const found = this.contracts.get(id);
    insist(found !== undefined, 'trace', () => `nobody signed ${id}`);
    return found;
  }

  milestone(id: string, said: Said): TracedMilestone {
    const found = this.contract(id).milestones.get(text(said['milestoneId']));
    insist(found !== undefined, 'trace', () => `${id} has no ${text(said['milestoneId'])}`);
    return found;
  }

  see(id: string, type: string, said: Said, at: string): void {
    const step = this.steps[type];
    if (!step) return;
    const contract = this.contract(id);
    insist(contract.status !== 'closed', 'nothing after the close', () => `${type} on ${id}`);
    step(contract, said, at);
    insist(contract.inside >= 0n, 'escrow below zero', () => `${id} by ${type}`);
  }

  private readonly steps: Readonly<
    Record<string, (contract: TracedContract, said: Said, at: string) => void>
  > = {
    EscrowOpened: (contract, said) => {
      insist(contract.status === 'signed', 'opened once', () => contract.id);
      contract.status = 'open';
      const fees = said['fees'] as Rates;
      const same = (['clientFeeBps', 'providerFeeBps', 'taxBps'] as const).every(
        (rate) => fees[rate] === contract.rates[rate],
      );
      insist(same, 'fees as signed', () => contract.id);
    },
    EscrowFunded: (contract, said) => {
      const milestone = this.milestone(contract.id, said);
      insist(milestone.state === 'pending', 'funded once', () => milestone.id);
      insist(minorOf(said['amount']) === milestone.agreed, 'funded as agreed', () => milestone.id);
      milestone.state = 'funded';
      contract.inside += milestone.agreed;
    },
    MilestoneSubmitted: (contract, said, at) => {
      const milestone = this.moving(contract, said, 'delivered');
      milestone.state = 'in_review';
      milestone.dueAt = text(said['autoReleaseAt']);
      const days = (Date.parse(milestone.dueAt) - Date.parse(at)) / 86_400_000;
      insist(Math.abs(days - 14) < 0.01, 'a review of 14 days', () => `${String(days)} days`);
    },
    RevisionRequested: (contract, said) => {
      const milestone = this.moving(contract, said, 'sent back');
      insist(milestone.state === 'in_review', 'changes of a delivery', () => milestone.id);
      milestone.state = 'changes';
    },
    EscrowFrozen: (contract, said) => {
      for (const milestoneId of said['milestoneIds'] as string[])
        this.moving(contract, { milestoneId }, 'frozen').frozenBy = text(said['disputeId']);
    },
    EscrowUnfrozen: (contract, said) => {
      for (const one of said['milestones'] as Said[]) {
        const milestone = this.milestone(contract.id, one);
        insist(
          milestone.frozenBy === said['disputeId'],
          'thawed by its dispute',
          () => milestone.id,
        );
        milestone.frozenBy = null;
        if (one['autoReleaseAt'] !== null) milestone.dueAt = text(one['autoReleaseAt']);
      }
    },
    EscrowHeld: (contract, said) => {
      for (const milestoneId of said['milestoneIds'] as string[])
        this.milestone(contract.id, { milestoneId }).holds.add(text(said['holdId']));
    },
    EscrowHoldLifted: (contract, said) => {
      for (const one of said['milestones'] as Said[])
        this.milestone(contract.id, one).holds.delete(text(said['holdId']));
    },
    EscrowReleased: (contract, said, at) => this.released(contract, said, at),
    EscrowRefunded: (contract, said) => this.refunded(contract, said),
    EscrowFrozenByChargeback: (contract, said) => {
      const milestone = this.milestone(contract.id, said);
      const taken = minorOf(said['taken']);
      insist(!ended.has(milestone.state), 'taken from what is there', () => milestone.id);
      insist(milestone.chargeback === null, 'one chargeback at a time', () => milestone.id);
      insist(taken <= milestone.amount, 'taken at most what is there', () => milestone.id);
      milestone.chargeback = { id: text(said['chargebackId']), taken };
      contract.inside -= taken;
    },
    EscrowUnfrozenByChargeback: (contract, said) => {
      const milestone = this.milestone(contract.id, said);
      const taken = milestone.chargeback?.taken ?? 0n;
      const isWon = said['outcome'] === 'won';
      if (isWon) contract.inside += taken;
      else milestone.amount -= taken;
      insist(
        minorOf(said['left']) === milestone.amount,
        'left after a chargeback',
        () => milestone.id,
      );
      if (milestone.amount === 0n) milestone.state = 'refunded';
      milestone.chargeback = null;
      if (said['autoReleaseAt'] !== null) milestone.dueAt = text(said['autoReleaseAt']);
    },
    EscrowClosed: (contract) => {
      const all = [...contract.milestones.values()];
      insist(
        all.every(({ state }) => ended.has(state)),
        'closed when all is settled',
        () => contract.id,
      );
      insist(
        contract.inside === 0n,
        'closed empty',
        () => `${contract.id} ${text(contract.inside)}`,
      );
      contract.status = 'closed';
    },
  };

  /** A milestone with money that nothing holds still. */
  private moving(contract: TracedContract, said: Said, what: string): TracedMilestone {
    const milestone = this.milestone(contract.id, said);
    const free = milestone.frozenBy === null && milestone.chargeback === null;
    insist(free, `nothing is ${what} while it is frozen`, () => milestone.id);
    const there = milestone.state !== 'pending' && !ended.has(milestone.state);
    insist(
      there,
      `only money that is there is ${what}`,
      () => `${milestone.id} ${milestone.state}`,
    );
    return milestone;
  }

  private released(contract: TracedContract, said: Said, at: string): void {
    const milestone = this.milestone(contract.id, said);
    const gross = minorOf(said['gross']);
    if (said['reason'] === 'approved' || said['reason'] === 'auto') {
      this.moving(contract, said, 'released');
      insist(gross === milestone.amount, 'released in full', () => milestone.id);
      if (said['reason'] === 'auto') {
        const isDue = milestone.state === 'in_review' && (milestone.dueAt ?? '9') <= at;
        insist(
          isDue,
          'never early',
          () => `${milestone.id} at ${at}, due ${text(milestone.dueAt)}`,
        );
      }
    } else this.decided(milestone, said, 'toProvider', gross);
    this.payable(milestone);
    milestone.state = 'released';
    contract.inside -= gross;
    if (gross === milestone.amount) milestone.frozenBy = null;
  }

  private refunded(contract: TracedContract, said: Said): void {
    const milestone = this.milestone(contract.id, said);
    const amount = minorOf(said['amount']);
    this.decided(milestone, said, 'toClient', amount);
    this.payable(milestone);
    milestone.state = milestone.state === 'released' ? 'split' : 'refunded';
    milestone.frozenBy = null;
    contract.inside -= amount;
  }

  private payable(milestone: TracedMilestone): void {
    insist(milestone.holds.size === 0, 'nothing leaves while held', () => milestone.id);
    insist(milestone.chargeback === null, 'nothing leaves while charged back', () => milestone.id);
  }

  /** Money of a dispute goes where the end of that dispute said. */
  private decided(milestone: TracedMilestone, said: Said, side: string, amount: bigint): void {
    const { frozenBy } = milestone;
    insist(frozenBy !== null, 'a decision on frozen money', () => milestone.id);
    const ending = this.endedDisputes.get(frozenBy);
    insist(ending !== undefined, 'no decision before its end', () => milestone.id);
    const part = (ending['allocations'] as Said[]).find(
      (one) => one['milestoneId'] === milestone.id,
    );
    const exact = part && minorOf(part[side]) === amount;
    const reduced = milestone.amount < milestone.agreed;
    insist(exact === true || reduced, 'paid as decided', () => `${milestone.id} ${text(amount)}`);
    insist(currencyOf(said[side === 'toClient' ? 'amount' : 'gross']) !== '', 'in money', () => '');
  }
}
