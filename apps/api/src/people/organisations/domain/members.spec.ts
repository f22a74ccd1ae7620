import { powersOfRole, type OrgRole, type Power } from '@wire/permissions';
import { change, invite, join, remove, transfer, type Household } from './members';

const usual = (role: OrgRole) => ({ role, powers: powersOfRole[role] });
const own = (...powers: Power[]) => ({ role: 'one of their own', powers });

const household = (changes: Partial<Household> = {}): Household => ({
  seats: 5,
  invited: 0,
  members: [
    { accountId: 'olga', ...usual('owner') },
    { accountId: 'adam', ...usual('admin') },
    { accountId: 'hira', ...usual('hirer') },
  ],
  ...changes,
});

describe('a seat', () => {
  it('is held by an invitation until somebody takes it', () => {
    expect(() => invite(household({ seats: 4, invited: 0 }))).not.toThrow();
    expect(() => invite(household({ seats: 4, invited: 1 }))).toThrow('organisations.no_seat');
    expect(() => join(household({ seats: 4, invited: 1 }), 'nora')).not.toThrow();
    expect(() => join(household({ seats: 3 }), 'nora')).toThrow('organisations.no_seat');
    expect(() => join(household(), 'hira')).toThrow('organisations.already_member');
  });
});

describe('a role in an organisation', () => {
  it('is given by owners and admins, and that of an owner by owners alone', () => {
    expect(() => change(household(), 'adam', 'hira', usual('finance'))).not.toThrow();
    expect(() => change(household(), 'hira', 'adam', usual('member'))).toThrow(
      'organisations.not_yours',
    );
    expect(() => change(household(), 'adam', 'hira', usual('owner'))).toThrow(
      'organisations.not_yours',
    );
    expect(() => change(household(), 'adam', 'olga', usual('member'))).toThrow(
      'organisations.not_yours',
    );
    expect(() => change(household(), 'olga', 'hira', usual('owner'))).not.toThrow();
    expect(() => change(household(), 'olga', 'nora', usual('member'))).toThrow(
      'organisations.not_a_member',
    );
  });
});

describe('a role of an organisation’s own', () => {
  const house = household({
    members: [
      { accountId: 'adam', ...usual('admin') },
      { accountId: 'mona', ...own('members', 'hire') },
      { accountId: 'hira', ...usual('hirer') },
      { accountId: 'tara', ...own('hire') },
    ],
  });

  it('lets somebody give what they have, and no more', () => {
    expect(() => change(house, 'mona', 'tara', own('members'))).not.toThrow();
    expect(() => change(house, 'mona', 'tara', own('settings'))).toThrow(
      'organisations.more_than_yours',
    );
    expect(() => change(house, 'tara', 'hira', own())).toThrow('organisations.not_yours');
    expect(() => change(house, 'adam', 'tara', own('agree'))).not.toThrow();
  });

  it('touches nobody who may more', () => {
    for (const touch of [
      () => change(house, 'mona', 'hira', own()),
      () => change(house, 'mona', 'adam', own()),
      () => remove(house, 'mona', 'adam'),
    ])
      expect(touch).toThrow('organisations.more_than_yours');
    expect(remove(house, 'mona', 'tara')).toBe('removed');
  });
});

describe('the last owner', () => {
  it('neither leaves nor steps down before somebody else is one', () => {
    expect(() => remove(household(), 'olga', 'olga')).toThrow('organisations.last_owner');
    expect(() => change(household(), 'olga', 'olga', usual('admin'))).toThrow(
      'organisations.last_owner',
    );
    const two = household({
      members: [
        { accountId: 'olga', ...usual('owner') },
        { accountId: 'omar', ...usual('owner') },
      ],
    });
    expect(remove(two, 'olga', 'olga')).toBe('left');
  });

  it('hands over to a member, and to nobody else', () => {
    expect(() => transfer(household(), 'olga', 'hira')).not.toThrow();
    expect(() => transfer(household(), 'adam', 'hira')).toThrow('organisations.not_yours');
    expect(() => transfer(household(), 'olga', 'nora')).toThrow('organisations.not_a_member');
  });
});

describe('a member', () => {
  it('leaves, or is removed by who runs the organisation', () => {
    expect(remove(household(), 'hira', 'hira')).toBe('left');
    expect(remove(household(), 'adam', 'hira')).toBe('removed');
    expect(() => remove(household(), 'hira', 'adam')).toThrow('organisations.not_yours');
    expect(() => remove(household(), 'adam', 'olga')).toThrow('organisations.not_yours');
  });
});
