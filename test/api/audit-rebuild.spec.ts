import { Rebuilds } from '@kernel/rebuilds';
import { auditedApp, fund } from '../support/audit';

let house: Awaited<ReturnType<typeof auditedApp>>;
beforeAll(async () => {
  house = await auditedApp();
  for (let n = 1; n <= 12; n += 1) await fund(house.app, BigInt(n));
  await house.app.settle();
});
afterAll(() => house.stop());

const rows = () =>
  house.app.database.query<{ milestone_id: string; amount: string }>(
    'select * from receipts order by milestone_id',
  );
const rebuild = (evenIfDifferent = false) =>
  house.app.app.get(Rebuilds).run('receipts', evenIfDifferent, async () => {});

describe('a read model', () => {
  it('is built anew while it serves, and swapped when nothing differs', async () => {
    const before = await rows();
    expect(before).toHaveLength(12);
    const done = await rebuild();
    expect(done).toMatchObject({ events: 12, differences: 0, isSwapped: true });
    expect(await rows()).toEqual(before);
  });

  it('goes on with the facts that come after the swap', async () => {
    await fund(house.app, 99n);
    await house.app.settle();
    expect(await rows()).toHaveLength(13);
    expect(await rebuild()).toMatchObject({ differences: 0, isSwapped: true });
  });

  it('stays as it is when the new one differs, unless that is wanted', async () => {
    await house.app.database.query('update receipts set amount = amount + 1 where amount = 99');
    expect(await rebuild()).toMatchObject({ differences: 2, isSwapped: false });
    expect((await rows()).map(({ amount }) => amount)).toContain('100');
    expect(await rebuild(true)).toMatchObject({ differences: 2, isSwapped: true });
    expect((await rows()).map(({ amount }) => amount)).toContain('99');
  });

  it('is built by who runs the house, once at a time', async () => {
    const path = '/api/admin/projections/receipts/rebuild';
    expect((await house.app.as(['auditor']).post(path, {})).status).toBe(403);
    const operator = house.app.as(['superadmin']);
    expect((await operator.post(path, {})).status).toBe(202);
    expect((await operator.post(path, {})).body['code']).toBe('projections.busy');
    const { body: all } = await operator.get('/api/admin/projections');
    const rebuildable = (
      all as { items: { name: string; isRebuildable: boolean }[] }
    ).items.flatMap(({ name, isRebuildable }) => (isRebuildable ? [name] : []));
    expect(rebuildable).toContain('receipts');
    expect(rebuildable.filter((name) => name.includes('-when-'))).toEqual([]);
    const none = await operator.post('/api/admin/projections/nothing/rebuild', {});
    expect(none.body['code']).toBe('projections.not_found');
    const { body } = await operator.get('/api/admin/projections/rebuilds');
    expect(body['items']).toMatchObject([{ projection: 'receipts', state: 'building', total: 13 }]);
  });

  it('cannot be swapped where it is no read model', async () => {
    const { database } = house.app;
    await expect(database.query(`select record.rebuild_swap('{accounts}')`)).rejects.toThrow(
      'not a read model',
    );
  });
});
