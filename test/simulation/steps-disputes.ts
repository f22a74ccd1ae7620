import {
  AppealDecision,
  AssignPanel,
  VoteOnAppeal,
} from '../../apps/api/src/money/disputes/commands/appeal-decision';
import {
  AnswerDispute,
  CloseEvidence,
} from '../../apps/api/src/money/disputes/commands/add-evidence';
import { AssignMediator, RecommendSplit } from '../../apps/api/src/money/disputes/commands/mediate';
import {
  AcceptRecommendation,
  AnswerOffer,
  EscalateDispute,
  MakeOffer,
  WithdrawDispute,
} from '../../apps/api/src/money/disputes/commands/negotiate';
import { OpenDispute } from '../../apps/api/src/money/disputes/commands/open-dispute';
import { RuleDispute } from '../../apps/api/src/money/disputes/commands/rule-dispute';
import { SimulateOutcome } from '../../apps/api/src/money/disputes/queries/simulate-outcome';
import type { ICommand } from '@nestjs/cqrs';
import { staff, type Person } from './people';
import { personOf, spot, type Step } from './steps-market';
import { isLost, type World } from './world';
import { Rejection } from '@kernel/reject';

interface Opened {
  readonly disputeId: string;
  readonly clientId: string;
  readonly providerId: string;
}
const judges = [...staff.mediators, ...staff.leads];
const one = (world: World, from: readonly Person[]): Person => world.chance.pick(from) as Person;
const percent = (world: World) =>
  ({ kind: 'percent', provider: world.chance.pick([0, 1, 33, 50, 67, 99, 100]) ?? 50 }) as const;

/** A dispute that is not over, and the state that its last fact left it in. */
function running(world: World): (Opened & { last: string }) | undefined {
  const { last } = world.watch.money;
  const open = world.recent('DisputeOpened', 24).flatMap(({ data: opened }) => {
    const said = opened as unknown as Opened;
    const now = last.get(`dispute-${said.disputeId}`) ?? '';
    return now === 'DecisionExecuted' || now === 'DisputeWithdrawn' ? [] : [{ ...said, last: now }];
  });
  return world.chance.pick(open);
}

const unkeyed = (world: World, name: string, who: Person, say: () => ICommand) =>
  world.wish({ name, who, say, unkeyed: true });

type Act = (world: World, opened: Opened, side: Person) => Promise<void>;

const acts: Readonly<Record<string, readonly [number, Act]>> = {
  answer: [
    5,
    (world, { disputeId }, side) =>
      unkeyed(world, 'answer', side, () => new AnswerDispute(disputeId, { text: 'no', files: [] })),
  ],
  offer: [
    3,
    (world, { disputeId }, side) => {
      const split = percent(world);
      return unkeyed(world, 'offer', side, () => new MakeOffer(disputeId, { split, note: '' }));
    },
  ],
  take: [2, (world, opened, side) => takeOffer(world, opened, side)],
  closeWindow: [
    4,
    (world, { disputeId }, side) =>
      unkeyed(world, 'close window', side, () => new CloseEvidence(disputeId)),
  ],
  escalate: [
    4,
    (world, { disputeId }, side) =>
      unkeyed(world, 'escalate', side, () => new EscalateDispute(disputeId)),
  ],
  withdraw: [
    1,
    (world, { disputeId }, side) =>
      unkeyed(world, 'withdraw', side, () => new WithdrawDispute(disputeId)),
  ],
  assign: [
    5,
    (world, { disputeId }) => {
      const who = one(world, judges);
      return unkeyed(world, 'assign', who, () => new AssignMediator(disputeId, who.id));
    },
  ],
  recommend: [
    2,
    (world, { disputeId }) => {
      const wish = { split: percent(world), reasons: 'so' };
      return unkeyed(
        world,
        'recommend',
        one(world, judges),
        () => new RecommendSplit(disputeId, wish),
      );
    },
  ],
  accept: [
    2,
    (world, { disputeId }, who) =>
      world.wish({
        ...{ name: 'accept recommendation', who },
        say: (key) => new AcceptRecommendation(disputeId, key),
      }),
  ],
  rule: [8, (world, opened) => rule(world, opened)],
  appeal: [
    3,
    (world, { disputeId }, side) =>
      unkeyed(world, 'appeal', side, () => new AppealDecision(disputeId, 'no')),
  ],
  panel: [
    4,
    (world, { disputeId }) => {
      const memberIds = [one(world, judges).id, one(world, judges).id];
      const who = one(world, staff.leads);
      return unkeyed(world, 'panel', who, () => new AssignPanel(disputeId, memberIds));
    },
  ],
  vote: [
    8,
    (world, { disputeId }) => {
      const split = world.chance.percent(60) ? null : percent(world);
      const wish = { split, reasons: 'so' };
      return unkeyed(world, 'vote', one(world, judges), () => new VoteOnAppeal(disputeId, wish));
    },
  ],
};

async function takeOffer(world: World, { disputeId }: Opened, who: Person): Promise<void> {
  const offers = world
    .recent('OfferMade')
    .filter(({ data: said }) => said['disputeId'] === disputeId);
  const offerId = world.chance.pick(offers)?.data['offerId'] as string | undefined;
  if (offerId === undefined) return;
  await world.wish({
    ...{ name: 'take offer', who },
    say: (key) => new AnswerOffer(disputeId, offerId, key),
    other: (key) => new AnswerOffer(disputeId, `${offerId}x`, key),
  });
}

/** What a split would do, by its hash; null when nobody may ask now. */
async function effectOf(world: World, who: Person, look: SimulateOutcome): Promise<string | null> {
  try {
    return (await world.side().act<{ hash: string }>(who, look, 'look')).hash;
  } catch (error) {
    if (!(error instanceof Rejection) && !isLost(error)) throw error;
    return null;
  }
}

/** The mediator looks at the effect first; what was looked at is what may be ruled. */
async function rule(world: World, { disputeId }: Opened): Promise<void> {
  const assigned = world
    .recent('MediatorAssigned')
    .filter(({ data: d }) => d['disputeId'] === disputeId);
  const who = personOf((assigned.at(-1)?.data['mediatorId'] as string) || one(world, judges).id);
  const split = percent(world);
  const hash = await effectOf(world, who, new SimulateOutcome(disputeId, split, 'staff'));
  if (hash === null) return;
  const ruling = {
    ...{ split, reasons: 'so', precedent: 'so', policyReference: '§4.2', simulationHash: hash },
  };
  await world.wish({
    ...{ name: 'rule', who },
    say: (key) => new RuleDispute(disputeId, ruling, key),
    other: (key) => new RuleDispute(disputeId, { ...ruling, reasons: 'other' }, key),
  });
}

/** What brings a case nearer to a ruling: most would end by their deadlines before. */
function due(world: World, { disputeId }: Opened): string[] {
  const has = (type: string) =>
    world.recent(type, 60).some(({ data: said }) => said['disputeId'] === disputeId);
  if (!has('DisputeAnswered')) return ['answer'];
  if (!has('MediationStarted')) return ['escalate'];
  return has('MediatorAssigned') ? ['closeWindow', 'rule'] : ['assign'];
}

export const disputeSteps: Readonly<Record<string, Step>> = {
  dispute: {
    weight: ({ swarm }) => (swarm.disputes ? 3 : 0),
    async run(world) {
      const [contract, milestone] = spot(world, 'funded', 'in_review', 'changes') ?? [];
      if (!contract || !milestone) return;
      const others = [...contract.milestones.values()].filter(({ state }) => state === 'funded');
      const ids = [milestone, ...(world.chance.percent(40) ? others : [])].map(({ id }) => id);
      const input = {
        ...{ contractId: contract.id, milestoneIds: [...new Set(ids)], category: 'quality' },
        ...{ reason: 'bad', wish: percent(world), files: [] },
      };
      const say = (why: string) => (key: string) =>
        new OpenDispute({ ...input, reason: why } as never, key);
      const who = personOf(world.chance.percent(60) ? contract.clientId : contract.providerId);
      await world.wish({ name: 'dispute', who, say: say('bad'), other: say('worse') });
    },
  },
  inDispute: {
    weight: (world) => Math.min(24, world.count('DisputeOpened') * 4),
    async run(world) {
      const opened = running(world);
      if (!opened) return;
      const side = personOf(world.chance.percent(50) ? opened.clientId : opened.providerId);
      const next = world.chance.percent(60) ? (world.chance.pick(due(world, opened)) ?? '') : '';
      const any = world.chance.weighted(Object.values(acts).map(([weight, one]) => [one, weight]));
      const act = acts[next]?.[1] ?? any;
      await act?.(world, opened, side);
    },
  },
};
