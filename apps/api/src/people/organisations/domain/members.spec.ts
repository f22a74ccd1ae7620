import { change, invite, join, remove, transfer, type Household } from './members';

const household = (changes: Partial<Household> = {}): Household => ({
  seats: 5,
  invited: 0,
  members: [
    { accountId: 'olga', role: 'owner' },
    { accountId: 'adam', role: 'admin' },
    { accountId: 'hira', role: 'hirer' },
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
    expect(() => change(household(), 'adam', 'hira', 'finance')).not.toThrow();
    expect(() => change(household(), 'hira', 'adam', 'member')).toThrow('organisations.not_yours');
    expect(() => change(household(), 'adam', 'hira', 'owner')).toThrow('organisations.not_yours');
    expect(() => change(household(), 'adam', 'olga', 'member')).toThrow('organisations.not_yours');
    expect(() => change(household(), 'olga', 'hira', 'owner')).not.toThrow();
    expect(() => change(household(), 'olga', 'nora', 'member')).toThrow(
      'organisations.not_a_member',
    );
  });
});

describe('the last owner', () => {
  it('neither leaves nor steps down before somebody else is one', () => {
    expect(() => remove(household(), 'olga', 'olga')).toThrow('organisations.last_owner');
    expect(() => change(household(), 'olga', 'olga', 'admin')).toThrow('organisations.last_owner');
    const two = household({
      members: [
        { accountId: 'olga', role: 'owner' },
        { accountId: 'omar', role: 'owner' },
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
