import type { RequestContext } from '@kernel/context';
import { abilityFor } from '@wire/permissions';

interface Place {
  readonly organisation_id: string | null;
  readonly workspace_id: string | null;
}

/** The job belongs to an organisation of this member, who may see what its client sees. */
export function followsJob(
  actor: RequestContext['actor'],
  { organisation_id: orgId, workspace_id: workspaceId }: Place,
): boolean {
  if (orgId === null || !actor.memberships) return false;
  return abilityFor(actor).can('follow', { kind: 'Job', orgId, workspaceId });
}
