import { powersOfRole } from '@wire/permissions';
import { money } from '@money';
import {
  approversOf,
  chainFor,
  decide,
  type Decision,
  type Limit,
  type Spending,
  type Wish,
} from './spending';

const inr = (rupees: number) => money(rupees * 100, 'INR');
const limit = (changes: Partial<Limit> = {}): Limit => ({
  purpose: 'job',
  above: inr(50_000),
  approver: 'finance',
  role: null,
  workspaceId: null,
  ...changes,
});
const wish = (changes: Partial<Wish> = {}): Wish => ({
  purpose: 'job',
  amount: inr(100_000),
  workspaceId: 'clinics',
  role: 'hirer',
  ...changes,
});
const yes = (by: string): Decision => ({ by, decision: 'approve', comment: '', at: '' });
const spending = (changes: Partial<Spending> = {}): Spending => ({
  requesterId: 'hira',
  state: 'open',
  chain: ['finance', 'owner'],
  decisions: [],
  ...changes,
});
const hira = { accountId: 'hira', role: 'hirer', powers: powersOfRole.hirer };
const fadi = { accountId: 'fadi', role: 'finance', powers: powersOfRole.finance };
const olga = { accountId: 'olga', role: 'owner', powers: powersOfRole.owner };

describe('a limit', () => {
  it('is met by what is above it, not by what is just at it', () => {
    expect(chainFor([limit()], wish())).toEqual(['finance']);
    expect(chainFor([limit()], wish({ amount: inr(50_000) }))).toEqual([]);
    expect(chainFor([limit()], wish({ purpose: 'hire' }))).toEqual([]);
  });

  it('may be for one role or one workspace only', () => {
    expect(chainFor([limit({ role: 'admin' })], wish())).toEqual([]);
    expect(chainFor([limit({ role: 'hirer' })], wish())).toEqual(['finance']);
    expect(chainFor([limit({ workspaceId: 'labs' })], wish())).toEqual([]);
  });

  it('in another currency holds, since nobody can say that it is not met', () => {
    expect(chainFor([limit()], wish({ amount: money(1, 'EUR') }))).toEqual(['finance']);
  });

  it('makes a chain with others, the lowest first, nobody twice', () => {
    const limits = [
      limit({ above: inr(90_000), approver: 'owner' }),
      limit(),
      limit({ above: inr(60_000) }),
    ];
    expect(chainFor(limits, wish())).toEqual(['finance', 'owner']);
  });
});

describe('who is asked', () => {
  it('has the role of the step, and is never the requester', () => {
    expect(approversOf([hira, fadi, olga], 'finance', 'hira')).toEqual(['fadi']);
    expect(approversOf([fadi, olga], 'finance', 'fadi')).toEqual(['olga']);
    expect(() => approversOf([hira, olga], 'owner', 'olga')).toThrow(
      'organisations.nobody_approves',
    );
  });
});

describe('a request to spend', () => {
  it('is granted when everybody in the chain agreed', () => {
    expect(decide(spending(), fadi, 'approve')).toBe('open');
    expect(decide(spending({ decisions: [yes('fadi')] }), olga, 'approve')).toBe('granted');
  });

  it('is ended by one no', () => {
    expect(decide(spending(), fadi, 'reject')).toBe('rejected');
  });

  it('is decided by who is asked: not by the requester, not out of turn, not twice', () => {
    expect(() => decide(spending({ requesterId: 'fadi' }), fadi, 'approve')).toThrow(
      'organisations.own_approval',
    );
    expect(() => decide(spending({ decisions: [yes('fadi')] }), fadi, 'approve')).toThrow(
      'organisations.not_asked',
    );
    expect(() => decide(spending({ decisions: [yes('olga')] }), olga, 'approve')).toThrow(
      'organisations.not_asked',
    );
    expect(() => decide(spending(), hira, 'cancel')).not.toThrow();
    expect(() => decide(spending(), fadi, 'cancel')).toThrow('organisations.not_asked');
    expect(() => decide(spending({ state: 'granted' }), olga, 'approve')).toThrow(
      'organisations.approval_decided',
    );
  });
});
