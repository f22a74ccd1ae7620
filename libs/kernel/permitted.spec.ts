import { abilityFor, type AppAbility, type Rule } from '@wire/permissions';
import { createMongoAbility, type RawRuleOf } from '@casl/ability';
import { permittedWays, permittedWhere } from './permitted';

const columns = {
  clientId: 'c.client_id',
  providerId: 'c.provider_id',
  orgId: null,
  state: 'c.state',
};
const me = { id: 'me', roles: ['client', 'provider'] as const };
const with_ = (...rules: Rule[]): AppAbility =>
  createMongoAbility<AppAbility>(rules as RawRuleOf<AppAbility>[]);
const read = ['read', 'Contract'] as const;

describe('rules as conditions of a database', () => {
  it('are the two sides of a contract for a member, with parameters in order', () => {
    expect(permittedWhere(abilityFor(me), read, columns, 3)).toEqual({
      sql: '(c.provider_id = $3 or c.client_id = $4)',
      values: ['me', 'me'],
    });
    expect(permittedWays(abilityFor(me), read, columns, 3)).toEqual([
      { sql: 'c.provider_id = $3', values: ['me'] },
      { sql: 'c.client_id = $4', values: ['me'] },
    ]);
  });

  it('let everything through where no condition is, and nothing where no rule is', () => {
    const support = abilityFor({ id: 'me', roles: ['support'] });
    expect(permittedWhere(support, ['inspect', 'Contract'], columns).sql).toBe('true');
    expect(permittedWhere(support, ['inspect', 'Ledger'], columns).sql).toBe('false');
    expect(permittedWays(support, ['inspect', 'Ledger'], columns)).toEqual([]);
  });

  it('take away what an inverted rule names, also where the column is null', () => {
    const ability = with_(
      { action: 'read', subject: 'Contract' },
      { action: 'read', subject: 'Contract', conditions: { state: 'draft' }, inverted: true },
    );
    const { sql, values } = permittedWhere(ability, read, columns);
    expect(sql).toBe('not coalesce(c.state = $1, false)');
    expect(values).toEqual(['draft']);
  });

  it('know comparisons and lists, and that a field without a column never matches', () => {
    const ability = with_({
      action: 'read',
      subject: 'Contract',
      conditions: { state: { $in: ['open'], $ne: 'x' }, orgId: 'o' },
    });
    expect(permittedWhere(ability, read, columns).sql).toBe(
      '(c.state = any($1) and c.state is distinct from $2 and false)',
    );
  });

  it('are a fault where a rule names what no column is for', () => {
    const ability = with_({ action: 'read', subject: 'Contract', conditions: { price: 1 } });
    expect(() => permittedWhere(ability, read, columns)).toThrow('no column for the field price');
  });
});
