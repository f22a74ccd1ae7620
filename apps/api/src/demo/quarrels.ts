import { Database } from '@kernel/database';
import { Feed } from '@kernel/feed';
import { Streams } from '@kernel/streams';
import type { Split } from '@wire/disputes';
import type { Role } from '@wire/permissions';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { DecideApproval } from '../money/approvals/commands/decide-approval';
import { approval } from '../money/approvals/domain/approval';
import { AddEvidence, AnswerDispute, CloseEvidence } from '../money/disputes/commands/add-evidence';
import {
  AppealDecision,
  AssignPanel,
  VoteOnAppeal,
} from '../money/disputes/commands/appeal-decision';
import { AddNote, AssignMediator, RecommendSplit } from '../money/disputes/commands/mediate';
import {
  AnswerOffer,
  EscalateDispute,
  MakeOffer,
  WithdrawDispute,
} from '../money/disputes/commands/negotiate';
import { OpenDispute } from '../money/disputes/commands/open-dispute';
import { RuleDispute } from '../money/disputes/commands/rule-dispute';
import { SimulateOutcome } from '../money/disputes/queries/simulate-outcome';
import type { Chronicle, Someone } from './chronicle';
import { courses, grievances, type Course } from './grievances';

export interface Quarrel {
  readonly contractId: string;
  readonly client: Someone;
  readonly provider: Someone;
}

interface Open extends Quarrel {
  readonly id: string;
  readonly staff: Staff;
}

type Staff = Readonly<Record<'mediator' | 'third' | 'lead' | 'second', Someone>>;

const half: Split = { kind: 'percent', provider: 50 };
const most: Split = { kind: 'percent', provider: 70 };

/** Disputes in every state, told by the real commands in the last days before today. */
@Injectable()
export class Quarrels {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly feed: Feed,
  ) {}

  /** From that day on, the contracts that stand still quarrel, each a little further than the last. */
  async begin(chronicle: Chronicle, standing: readonly Quarrel[], day: number): Promise<void> {
    const staff = await this.staff();
    const sorted = await this.largestFirst(standing);
    for (const [index, course] of courses.entries()) {
      const quarrel = sorted[index];
      if (quarrel)
        chronicle.on(day + index / 100, quarrel.client, async () => {
          const id = await this.open(quarrel, index);
          if (id) this.go(chronicle, { ...quarrel, id, staff }, course, day + 0.2 + index / 100);
        });
    }
  }

  /** Large amounts need a second person: they come first, and so does the course that shows it. */
  private async largestFirst(standing: readonly Quarrel[]): Promise<Quarrel[]> {
    const rows = await this.database.query<{ contract_id: string }>(
      `select contract_id from upcoming_releases where contract_id = any($1::uuid[])
          and state in ('funded', 'in_review', 'changes_requested')
        group by contract_id order by max(amount) desc`,
      [standing.map(({ contractId }) => contractId)],
    );
    return rows.flatMap(
      (row) => standing.find(({ contractId }) => contractId === row.contract_id) ?? [],
    );
  }

  private async open({ contractId }: Quarrel, index: number): Promise<string | null> {
    const [row] = await this.database.query<{ milestone_id: string }>(
      `select milestone_id from contract_milestones where contract_id = $1
        and state in ('funded', 'in_review', 'changes_requested') and dispute_id is null limit 1`,
      [contractId],
    );
    if (!row) return null;
    const { category, reason } = grievances[index % grievances.length] ?? grievances[0];
    const input = { contractId, milestoneIds: [row.milestone_id], category, reason };
    const opened = new OpenDispute({ ...input, wish: half, files: [] }, randomUUIDv7());
    return (await this.commands.execute(opened)).id;
  }

  private go(chronicle: Chronicle, open: Open, { until, share }: Course, day: number): void {
    const { id, client, provider, staff } = open;
    const split: Split = { kind: 'percent', provider: share };
    let at = day;
    const step = (who: Someone, run: () => Promise<unknown>) => {
      at += 0.1;
      chronicle.on(at, who, run);
    };
    const run = (command: Parameters<CommandBus['execute']>[0]) => () =>
      this.commands.execute(command);
    if (until === 'withdrawn') return step(client, run(new WithdrawDispute(id)));
    if (until === 'evidence') return;
    const words = { text: 'Everything that we agreed on is there; the log shows it.', files: [] };
    step(provider, run(new AnswerDispute(id, words)));
    step(client, run(new AddEvidence(id, { text: 'Three of nine screens fail.', files: [] })));
    step(provider, () =>
      this.offer(id, until === 'executed_by_offer' ? client : null, chronicle, at),
    );
    if (until === 'negotiation' || until === 'executed_by_offer') return;
    step(client, run(new EscalateDispute(id)));
    if (until === 'mediation') return;
    step(client, run(new CloseEvidence(id)));
    step(provider, run(new CloseEvidence(id)));
    step(staff.lead, run(new AssignMediator(id, staff.mediator.id)));
    step(staff.mediator, run(new AddNote(id, 'Both were polite; the plan was vague on phones.')));
    if (until === 'recommended') {
      const reasons = 'Most of it works. I would take seventy percent, if I were you both.';
      return step(staff.mediator, run(new RecommendSplit(id, { split: most, reasons })));
    }
    step(staff.mediator, () => this.rule(id, split));
    if (until === 'ruling_proposed') return;
    step(staff.lead, () => this.approve(id));
    if (until === 'decided') return;
    step(provider, run(new AppealDecision(id, 'The screens were repaired before the ruling.')));
    if (until === 'appealed') return;
    const members = [staff.second, staff.third];
    step(
      staff.lead,
      run(
        new AssignPanel(
          id,
          members.map((one) => one.id),
        ),
      ),
    );
    if (until === 'deciding') return;
    const verdict = { split: null, reasons: 'The reasons hold; the repair came later.' };
    for (const member of members) step(member, run(new VoteOnAppeal(id, verdict)));
  }

  /** An offer; `taker` accepts it a little later. */
  private async offer(id: string, taker: Someone | null, chronicle: Chronicle, at: number) {
    const split: Split = { kind: 'percent', provider: 80 };
    const note = 'I repair the three screens this week.';
    const made = await this.commands.execute(new MakeOffer(id, { split, note }));
    if (taker)
      chronicle.on(at + 0.05, taker, () =>
        this.commands.execute(new AnswerOffer(id, made.id, randomUUIDv7())),
      );
  }

  private async rule(id: string, split: Split): Promise<void> {
    const { hash } = await this.queries.execute(new SimulateOutcome(id, split, 'staff'));
    const input = {
      ...{ split, policyReference: '§4.2', simulationHash: hash },
      reasons:
        'The work was delivered in time. A third of the screens cannot be used on phones, which the plan names. The share follows what can be used.',
      precedent:
        'Delivered in time, a third unusable on phones although the plan named them: paid for what can be used.',
    };
    await this.commands.execute(new RuleDispute(id, input, randomUUIDv7()));
  }

  /** The lead looks at the ruling, where it needs a second person at all. */
  private async approve(id: string): Promise<void> {
    const [row] = await this.database.query<{ approval: string | null }>(
      `select raw::jsonb -> 'data' ->> 'approvalId' as approval from record.events
        where stream = $1 and type = 'RulingProposed'`,
      [`dispute-${id}`],
    );
    if (!row?.approval) return;
    const state = await this.streams.read(approval, row.approval);
    if (state.status === 'none') return;
    const input = { payloadHash: state.payloadHash, comment: 'The reasons cover the claim.' };
    await this.commands.execute(new DecideApproval(row.approval, 'approve', input));
    await this.feed.drain(['mails', 'inbox', 'texts']);
  }

  private async staff(): Promise<Staff> {
    const find = async (mailbox: string): Promise<Someone> => {
      const [row] = await this.database.query<{ id: string; name: string; roles: Role[] }>(
        `select id, name, roles from accounts where email like $1`,
        [`${mailbox}@%`],
      );
      if (!row) throw new Error(`nobody is ${mailbox}`);
      return row;
    };
    const [mediator, third, lead, second] = await Promise.all(
      ['mediator', 'mediator.second', 'mediator.lead', 'mediator.lead.second'].map(find),
    );
    if (!mediator || !third || !lead || !second) throw new Error('the mediators are not there');
    return { mediator, third, lead, second };
  }
}
