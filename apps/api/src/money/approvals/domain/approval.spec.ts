import fc from 'fast-check';
import { given } from '../../../../../../test/support/given';
import {
  approval,
  checks,
  decide,
  known,
  report,
  request,
  wait,
  type Circumstance,
} from './approval';
import type { ApprovalEvent } from './approvals.events';

const now = new Date('2026-11-02T10:00:00Z');
const hours = (some: number) => new Date(now.getTime() + some * 3_600_000);
const hash = 'a'.repeat(64);
const wish = {
  approvalId: 'a1',
  action: 'hold.lift',
  subject: 'escrow-1',
  makerId: 'maker',
  payload: { contractId: 'c1' },
  payloadHash: hash,
  amount: null,
  beneficiaries: ['provider'],
  makerPermission: 'hold Hold',
  requiredPermission: 'lift Hold',
  reasonHash: hash,
};
const asked = request({ status: 'none' }, wish, { mayAsk: true, now });
const checker: Circumstance = { checkerId: 'checker', checkerMay: true, makerStillMay: true, now };
const yes = { kind: 'approve', payloadHash: hash, commentHash: hash } as const;
const granted = decide(given(approval, asked).state, checker, yes);
const by =
  (changes: Partial<Circumstance>, verdict: Parameters<typeof decide>[2] = yes) =>
  (state: Parameters<typeof decide>[0]) =>
    decide(state, { ...checker, ...changes }, verdict);

describe('an approval', () => {
  it('carries the very input that was asked for', () => {
    expect(granted).toMatchObject({
      type: 'ApprovalGranted',
      data: { payload: { contractId: 'c1' }, payloadHash: hash, makerId: 'maker' },
    });
  });

  it('is not asked for by whoever gains by it or may not ask', () => {
    const own = { ...wish, beneficiaries: ['maker'] };
    given(approval)
      .when((state) => request(state, own, { mayAsk: true, now }))
      .thenRejects('approval.own_benefit');
    expect(() => request({ status: 'none' }, wish, { mayAsk: false, now })).toThrow(
      'request.forbidden',
    );
  });

  it('needs a second person who gains nothing and may decide, while the maker still may ask', () => {
    const one = given(approval, asked);
    one.when(by({ checkerId: 'maker' })).thenRejects('approval.same_person');
    one.when(by({ checkerId: 'provider' })).thenRejects('approval.own_benefit');
    one.when(by({ checkerMay: false })).thenRejects('approval.role_missing');
    one.when(by({ makerStillMay: false })).thenRejects('approval.maker_lost_role');
  });

  it('is about what the checker saw and nothing else', () => {
    const forged = { ...yes, payloadHash: 'b'.repeat(64) };
    given(approval, asked).when(by({}, forged)).thenRejects('approval.payload_changed');
  });

  it('is decided once, and not after its time', () => {
    const no = { ...yes, kind: 'deny' } as const;
    given(approval, asked, granted).when(by({})).thenRejects('approval.already_decided');
    given(approval, asked, granted).when(by({}, no)).thenRejects('approval.already_decided');
    given(approval, asked)
      .when(by({ now: hours(48) }))
      .thenRejects('approval.expired');
    given(approval, asked)
      .when(by({ now: hours(47.9) }))
      .thenTypes('ApprovalGranted');
  });

  it('warns once, expires once, and does neither when it was decided', () => {
    const waits = (at: Date, ...facts: ApprovalEvent[]) =>
      wait(given(approval, asked, ...facts).state, at).map(({ type }) => type);
    expect(waits(hours(41))).toEqual([]);
    expect(waits(hours(42))).toEqual(['ApprovalExpiring']);
    const warned = wait(given(approval, asked).state, hours(42));
    expect(waits(hours(43), ...warned)).toEqual([]);
    expect(waits(hours(48), ...warned)).toEqual(['ApprovalExpired']);
    expect(waits(hours(49), granted)).toEqual([]);
  });

  it('is executed or fails, once, and only when it was granted', () => {
    given(approval, asked)
      .when((state) => report(state, 'executed'))
      .thenRejects('approval.not_granted');
    const [done] = report(given(approval, asked, granted).state, 'executed');
    given(approval, asked, granted, done as ApprovalEvent)
      .when((state) => report(state, { code: 'escrow.closed' }))
      .then();
  });

  it('is granted exactly when every rule that screens show is passed', () => {
    const people = fc.constantFrom('maker', 'provider', 'checker', 'other');
    const moments = fc.integer({ min: 0, max: 60 }).map(hours);
    fc.assert(
      fc.property(people, fc.boolean(), fc.boolean(), moments, (checkerId, may, still, at) => {
        const who = { checkerId, checkerMay: may, makerStillMay: still, now: at };
        const { state } = given(approval, asked);
        const fine = checks(known(state), who).every(({ passed }) => passed);
        const decided = () => decide(state, who, yes);
        if (fine) expect(decided().type).toBe('ApprovalGranted');
        else expect(decided).toThrow();
        if (fine) expect(['maker', 'provider']).not.toContain(checkerId);
      }),
      { numRuns: 10_000 },
    );
  });
});
