import { inject, Service } from '@angular/core';
import {
  type ChangeMember,
  type ChangeOrganisation,
  type DecideSpending,
  type InviteMember,
  issuedStatements,
  type Limit,
  type NewWorkspace,
  organisationView,
  ownRoles,
  type SaveRole,
  type SpendingState,
  spendings,
  statement,
  statementIssued,
  trail,
} from '@wire/organisations';
import type { FieldWish } from '@wire/org-fields';
import { contractRows, type ContractState } from '@wire/contracts';
import { jobRows, type JobStatus } from '@wire/jobs';
import { orgConfidentiality } from '@wire/confidentiality';
import { created } from '@wire/primitives';
import { Api, nothing } from '@ui/app/api';

interface Among {
  readonly workspaceId?: string | undefined;
  readonly fieldId?: string | undefined;
  readonly fieldValue?: string | undefined;
  readonly after?: string | undefined;
}

@Service()
export class OrgApi {
  private readonly api = inject(Api);

  found(name: string) {
    return this.api.post('/organisations', { name }, created);
  }
  join(token: string) {
    return this.api.post('/organisations/join', { token }, created);
  }
  organisation(id: string) {
    return this.api.get(`/organisations/${id}`, organisationView);
  }
  change(id: string, to: ChangeOrganisation) {
    return this.api.put(`/organisations/${id}`, to, nothing);
  }
  limit(id: string, limits: readonly Limit[]) {
    return this.api.put(`/organisations/${id}/limits`, { limits }, nothing);
  }
  ask(id: string, fields: readonly FieldWish[]) {
    return this.api.put(`/organisations/${id}/fields`, { fields }, nothing);
  }
  confidentiality(id: string) {
    return this.api.get(`/organisations/${id}/confidentiality`, orgConfidentiality);
  }
  changeConfidentiality(id: string, text: string | null) {
    return this.api.put(`/organisations/${id}/confidentiality`, { text }, nothing);
  }
  addWorkspace(id: string, workspace: NewWorkspace) {
    return this.api.post(`/organisations/${id}/workspaces`, workspace, created);
  }
  changeWorkspace(id: string, workspaceId: string, workspace: NewWorkspace) {
    return this.api.put(`/organisations/${id}/workspaces/${workspaceId}`, workspace, nothing);
  }
  roles(id: string) {
    return this.api.get(`/organisations/${id}/roles`, ownRoles);
  }
  makeRole(id: string, role: SaveRole) {
    return this.api.post(`/organisations/${id}/roles`, role, created);
  }
  changeRole(id: string, roleId: string, role: SaveRole) {
    return this.api.put(`/organisations/${id}/roles/${roleId}`, role, nothing);
  }
  removeRole(id: string, roleId: string, replacement: string) {
    return this.api.delete(
      `/organisations/${id}/roles/${roleId}?replacement=${replacement}`,
      nothing,
    );
  }
  invite(id: string, input: InviteMember) {
    return this.api.post(`/organisations/${id}/invitations`, input, created);
  }
  resend(id: string, invitationId: string) {
    return this.api.post(`/organisations/${id}/invitations/${invitationId}/resend`, {}, nothing);
  }
  revoke(id: string, invitationId: string) {
    return this.api.delete(`/organisations/${id}/invitations/${invitationId}`, nothing);
  }
  changeMember(id: string, accountId: string, to: ChangeMember) {
    return this.api.put(`/organisations/${id}/members/${accountId}`, to, nothing);
  }
  remove(id: string, accountId: string) {
    return this.api.delete(`/organisations/${id}/members/${accountId}`, nothing);
  }
  transfer(id: string, to: string) {
    return this.api.post(`/organisations/${id}/transfer`, { to }, nothing);
  }
  approvals(id: string, state?: SpendingState, after?: string) {
    const query = { state, after };
    return this.api.get(`/organisations/${id}/approvals`, spendings, { query });
  }
  decide(id: string, approvalId: string, input: DecideSpending) {
    return this.api.post(`/organisations/${id}/approvals/${approvalId}/decide`, input, nothing);
  }
  statement(id: string, month: string) {
    return this.api.get(`/organisations/${id}/statement`, statement, { query: { month } });
  }
  statements(id: string) {
    return this.api.get(`/organisations/${id}/statements`, issuedStatements);
  }
  issue(id: string, month: string) {
    return this.api.post(`/organisations/${id}/statements`, { month }, statementIssued);
  }
  contracts(organisationId: string, filter: Among & { state?: ContractState | undefined }) {
    const query = { organisationId, ...filter, limit: 50 };
    return this.api.get('/contracts/ours', contractRows, { query });
  }
  jobs(organisationId: string, filter: Among & { status?: JobStatus | undefined }) {
    const query = { organisationId, ...filter, limit: 50 };
    return this.api.get('/jobs/ours', jobRows, { query });
  }
  trail(id: string, after?: string) {
    return this.api.get(`/organisations/${id}/trail`, trail, { query: { after } });
  }
}
