import { reject } from '@kernel/reject';
import { defineEntity, LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { DeclineReason, Proposal, ProposalContent, ProposalStatus } from '../domain/proposal';

const schema = defineEntity({
  name: 'ProposalRow',
  tableName: 'proposals',
  properties: (p) => ({
    id: p.uuid().primary(),
    jobId: p.uuid(),
    clientId: p.uuid(),
    providerId: p.uuid(),
    status: p.text().$type<ProposalStatus>(),
    content: p.json<ProposalContent>(),
    submittedAt: p.datetime(),
    editedAt: p.datetime().nullable(),
    viewedAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    declineReason: p.text().$type<DeclineReason>().nullable(),
    declineNote: p.text().nullable(),
    contractId: p.uuid().nullable(),
  }),
});

/** A proposal as it is stored; its rules are in domain/proposal.ts. */
export class ProposalRow extends schema.class implements Proposal {}
schema.setClass(ProposalRow);

/** The proposal, held until the transaction ends, so that two decisions follow each other. */
export async function lockedProposal(em: EntityManager, id: string): Promise<ProposalRow> {
  const proposal = await em.findOne(ProposalRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return proposal ?? reject('proposals.not_found');
}
