import { permittedWhere, permittedWays } from '@kernel/permitted';
import { abilityFor, type Principal } from '@wire/permissions';
import { Client } from 'pg';
import { TestApp } from '../support/app';
import { testDatabase } from '../support/database';
import { randomUUIDv7 } from 'node:crypto';

let app: TestApp;
let owner: Client;
const me = randomUUIDv7();
const provider: Principal = { id: me, roles: ['provider'] };
beforeAll(async () => {
  app = await TestApp.start();
  owner = new Client({ connectionString: (await testDatabase()).ownerUrl });
  await owner.connect();
  await owner.query(
    `insert into payouts (id, provider_id, bank_account_id, amount, currency, state, flags, requested_at, steps)
      select gen_random_uuid(), case when n % 1000 = 0 then $1::uuid else gen_random_uuid() end,
        gen_random_uuid(), n, 'INR', 'submitted', '{}', now() - make_interval(secs => n), '[]'
      from generate_series(1, 20000) n`,
    [me],
  );
  await owner.query(
    `insert into disputes (id, contract_id, contract_title, client_id, provider_id, opened_by, category,
        amount, currency, state, owner, panel, milestone_ids, default_outcome, opened_at, updated_at)
      select gen_random_uuid(), gen_random_uuid(), 'A contract', gen_random_uuid(),
        case when n % 1000 = 0 then $1::uuid else gen_random_uuid() end, 'client', 'quality', 100, 'INR',
        'answered', 'both', '{}', '{}', 'refund', now(), now() - make_interval(secs => n)
      from generate_series(1, 20000) n`,
    [me],
  );
  await owner.query('analyze payouts; analyze disputes');
}, 60_000);
afterAll(async () => {
  await owner.end();
  await app.stop();
});

const planOf = async (sql: string, values: readonly unknown[]): Promise<string> => {
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, [...values]);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
};

describe('a list that the rules filter', () => {
  it('walks the index of the payouts of one provider, and shows no other', async () => {
    const columns = { providerId: 'p.provider_id' };
    const { sql, values } = permittedWhere(abilityFor(provider), ['read', 'Payout'], columns);
    const list = `select * from payouts p where ${sql} order by p.requested_at desc, p.id desc limit 21`;
    expect(await planOf(list, values)).toContain('payouts_provider_id_requested_at_id_idx');
    const { rows } = await owner.query<{ provider_id: string }>(list, [...values]);
    expect(rows.length).toBe(20);
    expect(new Set(rows.map((row) => row.provider_id))).toEqual(new Set([me]));
  });

  it('walks an index for each side of a dispute', async () => {
    const columns = { clientId: 'client_id', providerId: 'provider_id' };
    const ways = permittedWays(abilityFor(provider), ['read', 'Dispute'], columns);
    expect(ways).toHaveLength(2);
    for (const [place, { sql, values }] of ways.entries()) {
      const alone = sql.replaceAll(`$${place + 1}`, '$1');
      const list = `select * from disputes where ${alone} order by updated_at desc, id desc limit 21`;
      expect(await planOf(list, values)).toMatch(/Index Scan using disputes_(client|provider)_id/);
    }
  });

  it('is whole for those who inspect, and empty for those who may not', async () => {
    const count = async (roles: Principal['roles']): Promise<number> => {
      const ability = abilityFor({ id: me, roles });
      const { sql } = permittedWhere(ability, ['inspect', 'Payout'], { providerId: 'provider_id' });
      const found = await owner.query<{ n: number }>(
        `select count(*)::int n from payouts where ${sql}`,
      );
      return found.rows[0]?.n ?? -1;
    };
    expect(await count(['finance_maker'])).toBe(20_000);
    expect(await count(['mediator'])).toBe(0);
  });

  it('leaves the same rows in memory as in the database', async () => {
    const ability = abilityFor(provider);
    const { rows } = await owner.query<{ id: string; provider_id: string }>(
      'select * from payouts',
    );
    const inMemory = rows.filter((row) =>
      ability.can('read', { kind: 'Payout', providerId: row.provider_id }),
    );
    const { sql, values } = permittedWhere(ability, ['read', 'Payout'], {
      providerId: 'provider_id',
    });
    const inSql = await owner.query<{ id: string }>(`select id from payouts where ${sql}`, [
      ...values,
    ]);
    expect(inMemory.map(({ id }) => id).sort()).toEqual(inSql.rows.map(({ id }) => id).sort());
  });
});
