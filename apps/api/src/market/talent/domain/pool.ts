import { reject } from '@kernel/reject';

export type Sharing = 'own' | 'organisation' | 'workspace';

/** A pool as far as the policy has to know whose it is. */
export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly organisationId: string | null;
  readonly workspaceId: string | null;
  readonly sharing: Sharing;
}

/** For whom a new or changed pool is: somebody alone, a whole organisation, or one team of it. */
export interface Reach {
  readonly organisationId: string | null;
  readonly workspaceId: string | null;
}

export const mostPools = 50;
export const mostInPool = 300;

export function reachOf(
  by: string,
  { organisationId, workspaceId }: Reach,
): Omit<Pool, 'id' | 'name'> {
  if (organisationId === null)
    return { ownerId: by, organisationId, workspaceId: null, sharing: 'own' };
  const sharing = workspaceId === null ? 'organisation' : 'workspace';
  return { ownerId: null, organisationId, workspaceId, sharing };
}

export function openable(pools: number): void {
  if (pools >= mostPools) reject('talent.too_many_pools', { most: mostPools });
}

/** Nobody keeps themselves, and only people who offer work are kept. */
export function keepable(by: string, provider: { id: string; isProvider: boolean }): void {
  if (provider.id === by || !provider.isProvider) reject('talent.not_a_provider');
}

export function hasRoom(others: number): void {
  if (others >= mostInPool) reject('talent.pool_full', { most: mostInPool });
}
