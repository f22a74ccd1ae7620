import { hasRoom, keepable, openable, reachOf } from './pool';

const code = (work: () => void): unknown => {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a pool', () => {
  it('is of one client, of an organisation, or of one team of it', () => {
    const [by, organisationId, workspaceId] = ['client', 'house', 'team'];
    expect(reachOf(by, { organisationId: null, workspaceId })).toMatchObject({
      ...{ ownerId: by, workspaceId: null, sharing: 'own' },
    });
    expect(reachOf(by, { organisationId, workspaceId: null })).toMatchObject({
      ...{ ownerId: null, organisationId, sharing: 'organisation' },
    });
    expect(reachOf(by, { organisationId, workspaceId })).toMatchObject({
      ...{ ownerId: null, workspaceId, sharing: 'workspace' },
    });
  });

  it('takes providers, and nobody keeps themselves', () => {
    expect(code(() => keepable('me', { id: 'you', isProvider: true }))).toBe('done');
    expect(code(() => keepable('me', { id: 'you', isProvider: false }))).toBe(
      'talent.not_a_provider',
    );
    expect(code(() => keepable('me', { id: 'me', isProvider: true }))).toBe(
      'talent.not_a_provider',
    );
  });

  it('is full at some point, and nobody has more pools than they can look through', () => {
    expect([code(() => hasRoom(299)), code(() => hasRoom(300))]).toEqual([
      'done',
      'talent.pool_full',
    ]);
    expect([code(() => openable(49)), code(() => openable(50))]).toEqual([
      'done',
      'talent.too_many_pools',
    ]);
  });
});
