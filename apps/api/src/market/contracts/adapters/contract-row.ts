import type { FeeSchedule } from '@money/fees';
import { reject } from '@kernel/reject';
import { defineEntity, LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { FilledField } from '@wire/org-fields';
import type { AgreedMilestone, Contract, ContractState } from '../domain/contract';

export interface Signature {
  readonly by: string;
  readonly name: string;
  readonly at: string;
}

const contract = defineEntity({
  name: 'ContractRow',
  tableName: 'contracts',
  properties: (p) => ({
    id: p.uuid().primary(),
    jobId: p.uuid(),
    proposalId: p.uuid(),
    clientId: p.uuid(),
    providerId: p.uuid(),
    state: p.text().$type<ContractState>(),
    title: p.text(),
    message: p.text().nullable(),
    purchaseOrder: p.text().nullable(),
    costCentre: p.text().nullable(),
    fields: p.json<readonly FilledField[]>(),
    organisationId: p.uuid().nullable(),
    workspaceId: p.uuid().nullable(),
    nda: p.boolean(),
    fees: p.json<FeeSchedule>(),
    termsVersion: p.text(),
    milestones: p.json<readonly AgreedMilestone[]>(),
    signatures: p.json<readonly Signature[]>(),
    declineReason: p.text().nullable(),
    createdAt: p.datetime(),
  }),
});

/** A contract as it is stored; its rules are in domain/contract.ts. */
export class ContractRow extends contract.class implements Contract {}
contract.setClass(ContractRow);

const workUpdate = defineEntity({
  name: 'WorkUpdateRow',
  tableName: 'work_updates',
  properties: (p) => ({
    id: p.uuid().primary(),
    contractId: p.uuid(),
    byId: p.uuid(),
    note: p.text(),
    files: p.array().columnType('uuid[]'),
    at: p.datetime(),
  }),
});

/** What one side told the other about the work. */
export class WorkUpdateRow extends workUpdate.class {}
workUpdate.setClass(WorkUpdateRow);

/** The contract, held until the transaction ends, so that two decisions follow each other. */
export async function lockedContract(em: EntityManager, id: string): Promise<ContractRow> {
  const row = await em.findOne(ContractRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return row ?? reject('contracts.not_found');
}
