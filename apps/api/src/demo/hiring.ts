import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import type { JobDraft } from '@wire/jobs';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { EndOffer } from '../market/contracts/commands/end-offer';
import { OfferContract } from '../market/contracts/commands/offer-contract';
import { PostUpdate } from '../market/contracts/commands/post-update';
import { SignContract } from '../market/contracts/commands/sign-contract';
import { CloseJob } from '../market/jobs/commands/close-job';
import { DraftJob } from '../market/jobs/commands/draft-job';
import { PublishJob } from '../market/jobs/commands/publish-job';
import { DecideProposal } from '../market/proposals/commands/decide-proposal';
import { SubmitProposal } from '../market/proposals/commands/submit-proposal';
import { SubmitReview } from '../market/reviews/commands/submit-review';
import { DeliverMilestone } from '../money/escrow/commands/deliver-milestone';
import { ReleaseMilestone } from '../money/escrow/commands/release-milestone';
import { RequestChanges } from '../money/escrow/commands/request-changes';
import { escrow, opened, type Milestone } from '../money/escrow/domain/escrow';
import { StepUp } from '../people/accounts';
import { answer, praise } from './brief';
import { Cashier } from './cashier';
import type { Chronicle, Someone } from './chronicle';
import type { Dice } from './dice';
import { signed, stands, type Fate } from './fates';
import type { Quarrel } from './quarrels';

export interface Case {
  readonly fate: Fate;
  readonly day: number;
  readonly client: Someone;
  /** The first one is hired, if anybody is. */
  readonly providers: readonly Someone[];
  readonly job: JobDraft;
}

interface Contract extends Case {
  readonly id: string;
  readonly provider: Someone;
}

/** One job from the first word to as far as its fate takes it. */
@Injectable()
export class Hiring {
  /** Contracts that stand still with money in escrow: the ones that can be disputed. */
  readonly standing: Quarrel[] = [];

  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly cashier: Cashier,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  begin(chronicle: Chronicle, dice: Dice, one: Case): void {
    const { fate, day, client, providers, job } = one;
    chronicle.on(day, client, async () => {
      const { id } = await this.commands.execute(new DraftJob(job));
      if (fate === 'draft') return;
      await this.commands.execute(new PublishJob(id));
      providers.forEach((provider, index) => {
        chronicle.on(day + 0.5 + index * 0.4, provider, () =>
          this.propose(chronicle, dice, one, id, index),
        );
      });
      if (fate === 'closed')
        chronicle.on(day + 9, client, () => this.commands.execute(new CloseJob(id, 'cancelled')));
    });
  }

  private async propose(chronicle: Chronicle, dice: Dice, one: Case, jobId: string, index: number) {
    const { fate, day, client, providers } = one;
    const wish = answer(dice, one.job, 0.8 + index * 0.12 + dice.next() * 0.1);
    const { id } = await this.commands.execute(new SubmitProposal(jobId, wish));
    const decide = (after: number, step: DecideProposal['step']) => {
      chronicle.on(day + after, client, () => this.commands.execute(new DecideProposal(id, step)));
    };
    if (dice.chance(0.75) || index === 0) decide(2.5 + index * 0.1, { to: 'viewed' });
    if (index === 0 && fate !== 'open') decide(3, { to: 'shortlisted' });
    if (index === 2)
      decide(3.5, { to: 'declined', reason: dice.pick(['budget', 'skills', 'timing']) });
    const provider = providers[0];
    const offers = signed.has(fate) || ['offered', 'declined', 'withdrawn'].includes(fate);
    if (index === 0 && offers && provider)
      chronicle.on(day + 4, client, async () => {
        const input = { proposalId: id, milestones: wish.milestones, signature: client.name };
        const contract = await this.commands.execute(new OfferContract(input));
        this.sign(chronicle, dice, { ...one, id: contract.id, provider });
      });
  }

  private sign(chronicle: Chronicle, dice: Dice, contract: Contract): void {
    const { fate, day, id, client, provider } = contract;
    const end = (who: Someone, how: EndOffer['end']) => {
      chronicle.on(day + 6, who, () => this.commands.execute(new EndOffer(id, how)));
    };
    if (fate === 'declined') end(provider, { to: 'declined', reason: 'The dates no longer fit.' });
    if (fate === 'withdrawn') end(client, { to: 'withdrawn' });
    if (!signed.has(fate)) return;
    chronicle.on(day + 5, provider, () =>
      this.commands.execute(new SignContract(id, provider.name)),
    );
    if (fate !== 'unfunded') this.work(chronicle, dice, contract);
  }

  private work(chronicle: Chronicle, dice: Dice, contract: Contract): void {
    const { fate, day } = contract;
    if (stands.has(fate)) this.standing.push({ ...contract, contractId: contract.id });
    this.fund(chronicle, contract, 0, day + 6);
    if (fate === 'funded') return;
    this.deliver(chronicle, contract, 0, day + 14);
    if (fate === 'in_review') return;
    if (fate === 'auto_released') return this.finishByItself(chronicle, contract);
    if (dice.chance(0.4) || fate === 'changes_requested') this.ask(chronicle, contract, day + 15);
    if (fate === 'changes_requested') return;
    this.deliver(chronicle, contract, 0, day + 18);
    this.release(chronicle, contract, 0, day + 20);
    if (fate === 'half_done') return;
    this.fund(chronicle, contract, 1, day + 22);
    if (fate === 'second_funded') return;
    this.deliver(chronicle, contract, 1, day + 38);
    this.release(chronicle, contract, 1, day + 40);
    if (fate === 'completed') this.review(chronicle, dice, contract, day + 43);
  }

  private finishByItself(chronicle: Chronicle, contract: Contract): void {
    this.fund(chronicle, contract, 1, contract.day + 30);
  }

  private async milestone(id: string, place: number): Promise<Milestone> {
    const found = opened(await this.streams.read(escrow, id)).milestones[place];
    if (!found) throw new RangeError(`contract ${id} has no milestone ${place}`);
    return found;
  }

  private fund(chronicle: Chronicle, { id, client }: Contract, place: number, day: number): void {
    chronicle.on(day, client, async () => {
      await this.cashier.pay(client.id, id, (await this.milestone(id, place)).id);
    });
  }

  private deliver(
    chronicle: Chronicle,
    { id, provider }: Contract,
    place: number,
    day: number,
  ): void {
    const note = 'Everything from the plan is in place; the notes say where to look first.';
    chronicle.on(day - 3, provider, () =>
      this.commands.execute(
        new PostUpdate(id, { note: 'Half of it stands; nothing is late.', files: [] }),
      ),
    );
    chronicle.on(day, provider, async () => {
      const milestone = await this.milestone(id, place);
      await this.commands.execute(new DeliverMilestone(id, milestone.id, { note, files: [] }));
    });
  }

  private ask(chronicle: Chronicle, { id, client }: Contract, day: number): void {
    const points = ['The opening hours of the second house are missing.'];
    chronicle.on(day, client, async () => {
      await this.commands.execute(
        new RequestChanges(id, (await this.milestone(id, 0)).id, { points }),
      );
    });
  }

  private release(
    chronicle: Chronicle,
    { id, client }: Contract,
    place: number,
    day: number,
  ): void {
    chronicle.on(day, client, async () => {
      const milestone = await this.milestone(id, place);
      const input = { amount: milestone.amount };
      const { token: stepUp } = this.stepUp.issue(client.id, 'release');
      this.context.become({ actor: this.context.actor, stepUp });
      await this.commands.execute(new ReleaseMilestone(id, milestone.id, input, randomUUIDv7()));
    });
  }

  private review(
    chronicle: Chronicle,
    dice: Dice,
    { id, client, provider }: Contract,
    day: number,
  ): void {
    for (const [who, texts] of [
      [client, praise.slice(0, 3)],
      [provider, praise.slice(3)],
    ] as const) {
      const stars = dice.chance(0.75) ? 5 : 4;
      const input = {
        stars,
        quality: stars,
        communication: 5,
        timeliness: dice.whole(4, 5),
        text: dice.pick(texts),
      };
      chronicle.on(day + dice.next(), who, () =>
        this.commands.execute(new SubmitReview(id, input)),
      );
    }
  }
}
