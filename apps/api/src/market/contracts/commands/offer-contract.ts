import type { OfferContract as Input } from '@wire/contracts';
import type { FilledField } from '@wire/org-fields';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { AskToSpend, FilledIn, NoteHire } from '../../../people/organisations';
import { NamesOf } from '../../../people/profiles';
import { JobBriefs, type Brief } from '../../jobs';
import { OfferableProposal } from '../../proposals';
import { ContractRow, type Signature } from '../adapters/contract-row';
import {
  currentTerms,
  offerable,
  offered,
  signed,
  totalOf,
  type Contract,
} from '../domain/contract';

/** The client offers terms on a proposal and signs them. */
export class OfferContract extends Command<{ id: string }> {
  constructor(readonly input: Input) {
    super();
  }
}

/** A contract as it is drawn up, before it is stored. */
type Drawn = Contract & {
  readonly title: string;
  readonly message: string | null;
  readonly purchaseOrder: string | null;
  readonly costCentre: string | null;
  readonly fields: readonly FilledField[];
  readonly organisationId: string | null;
  readonly workspaceId: string | null;
  readonly nda: boolean;
  readonly signatures: readonly Signature[];
  readonly createdAt: Date;
};

@CommandHandler(OfferContract)
export class OfferContractHandler implements ICommandHandler<OfferContract> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  async execute({ input }: OfferContract): Promise<{ id: string }> {
    const { contract, job } = await this.draw(input);
    await this.mayBeHired(contract, job);
    const commit = this.facts.commit<{ id: string }>(async (em, sql) => {
      em.create(ContractRow, contract);
      await em.flush();
      if (job.organisationId !== null && job.workspaceId !== null) {
        const { organisationId, workspaceId, purchaseOrder, costCentre } = job;
        const amount = totalOf(contract.milestones);
        const { fields } = contract;
        const hire = { contractId: contract.id, organisationId, workspaceId, amount, fields };
        await this.commands.execute(new NoteHire({ ...hire, purchaseOrder, costCentre }, sql));
      }
      const { type, data } = offered(contract);
      return { told: [about('contract', contract.id, type, data)], answer: { id: contract.id } };
    });
    return commit.catch((error: unknown) => {
      if (error instanceof UniqueConstraintViolationException) reject('contracts.already_offered');
      throw error;
    });
  }

  /** Asked for in a transaction of its own: the question stays although the offer is refused. */
  private async mayBeHired(contract: Drawn, job: Brief): Promise<void> {
    const { organisationId, workspaceId, purchaseOrder, costCentre, id: jobId } = job;
    if (organisationId === null || workspaceId === null) return;
    const plan = {
      ...{ organisationId, workspaceId, purpose: 'hire' as const, jobId },
      ...{ subjectId: contract.proposalId, amount: totalOf(contract.milestones) },
      ...{ purchaseOrder, costCentre },
    };
    const isGranted = await this.facts.commit<boolean>(async (_, sql) => {
      const { granted, told } = await this.commands.execute(new AskToSpend(plan, sql));
      return { told, answer: granted };
    });
    if (!isGranted) reject('organisations.approval_asked');
  }

  /** What the job was given, and what the hire is asked besides. */
  private async fields({ organisationId, fields }: Brief, { given = [] }: Input) {
    if (organisationId === null) return [];
    const asked = await this.queries.execute(new FilledIn(organisationId, 'hire', given));
    return [...fields, ...asked];
  }

  private async draw(input: Input): Promise<{ contract: Drawn; job: Brief }> {
    const { id: by } = this.context.actor;
    const proposal = await this.queries.execute(new OfferableProposal(input.proposalId));
    if (!proposal) return reject('proposals.not_found');
    const { jobId, clientId, providerId, status: proposalStatus } = proposal;
    const jobs = await this.queries.execute(new JobBriefs([jobId]));
    const job = jobs.get(jobId) ?? reject('jobs.not_found');
    const ground = { clientId, proposalStatus, jobStatus: job.status, currency: job.currency };
    offerable(ground, by, input.milestones);
    const name = (await this.queries.execute(new NamesOf([by]))).get(by)?.name ?? '';
    signed(input.signature, name);
    const now = this.clock.now();
    const contract = {
      ...currentTerms,
      id: randomUUIDv7(),
      ...{ jobId, clientId, providerId, proposalId: proposal.id },
      state: 'offered' as const,
      title: job.title,
      message: input.message ?? null,
      purchaseOrder: job.purchaseOrder,
      costCentre: job.costCentre,
      fields: await this.fields(job, input),
      ...{ organisationId: job.organisationId, workspaceId: job.workspaceId },
      nda: job.nda,
      milestones: input.milestones.map((one) => ({ id: randomUUIDv7(), ...one })),
      signatures: [{ by, name, at: now.toISOString() }],
      createdAt: now,
    };
    return { contract, job };
  }
}
