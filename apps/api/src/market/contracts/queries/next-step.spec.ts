import { money } from '@money';
import { nextStep, type Standing, type StandingMilestone } from './next-step';

const total = money(10_000_000, 'INR');
const milestone = (id: string, state: StandingMilestone['state']): StandingMilestone => ({
  id,
  state,
  amount: money(5_000_000, 'INR'),
  dueAt: '2026-02-01T00:00:00.000Z',
  autoReleaseAt: '2026-03-01T00:00:00.000Z',
});
const active = (...states: StandingMilestone['state'][]): Standing => ({
  state: 'active',
  milestones: states.map((state, index) => milestone(`m${index + 1}`, state)),
  total,
  reviewed: false,
});

describe('what happens next', () => {
  it('is the signature of the provider while the contract is offered', () => {
    const offered: Standing = { ...active('pending'), state: 'offered' };
    expect(nextStep(offered, 'provider')).toMatchObject({
      kind: 'sign',
      mine: true,
      amount: total,
    });
    expect(nextStep(offered, 'client')).toMatchObject({
      kind: 'await_signature',
      actor: 'provider',
      mine: false,
    });
  });

  it('is the dispute for whoever has to act in it, and work for everybody else', () => {
    const standing = active('in_review', 'funded');
    const [first, ...rest] = standing.milestones;
    if (!first) throw new Error('two milestones');
    const disputed: Standing = {
      ...standing,
      milestones: [{ ...first, disputeId: 'd1' }, ...rest],
      disputes: [{ id: 'd1', owner: 'client', deadline: null, milestoneIds: ['m1'] }],
    };
    const dispute = { kind: 'dispute', disputeId: 'd1', mine: true };
    expect(nextStep(disputed, 'client')).toMatchObject(dispute);
    expect(nextStep(disputed, 'provider')).toMatchObject({ kind: 'deliver', milestoneId: 'm2' });
    const alone = { ...disputed, milestones: disputed.milestones.slice(0, 1) };
    expect(nextStep(alone, 'provider')).toMatchObject({ kind: 'await_dispute', actor: 'client' });
  });

  it('is funding the first milestone that waits for money', () => {
    const step = { milestoneId: 'm2', actor: 'client', deadline: null };
    expect(nextStep(active('released', 'pending'), 'client')).toMatchObject({
      ...step,
      kind: 'fund',
      mine: true,
    });
    expect(nextStep(active('released', 'pending'), 'provider')).toMatchObject({
      ...step,
      kind: 'await_funding',
    });
  });

  it('is delivering what is funded, by its due date, before anything else is funded', () => {
    expect(nextStep(active('funded', 'pending'), 'provider')).toMatchObject({
      kind: 'deliver',
      milestoneId: 'm1',
      deadline: '2026-02-01T00:00:00.000Z',
      mine: true,
    });
    expect(nextStep(active('changes_requested', 'pending'), 'client')).toMatchObject({
      kind: 'await_delivery',
    });
  });

  it('is the review of what was delivered, whose clock releases the money', () => {
    expect(nextStep(active('funded', 'in_review'), 'client')).toMatchObject({
      kind: 'review',
      milestoneId: 'm2',
      deadline: '2026-03-01T00:00:00.000Z',
      mine: true,
    });
  });

  it('is rating the other side once all is paid, and then nothing', () => {
    const completed: Standing = { ...active('released'), state: 'completed' };
    expect(nextStep(completed, 'client')).toMatchObject({
      kind: 'rate',
      actor: 'client',
      mine: true,
    });
    expect(nextStep({ ...completed, reviewed: true }, 'client')).toMatchObject({
      kind: 'done',
      actor: 'nobody',
    });
    expect(nextStep(completed, 'staff')).toMatchObject({ kind: 'done' });
  });

  it('is nothing when the offer was declined or withdrawn', () => {
    expect(nextStep({ ...active('pending'), state: 'declined' }, 'client')).toMatchObject({
      kind: 'ended',
    });
    expect(nextStep({ ...active('pending'), state: 'withdrawn' }, 'provider')).toMatchObject({
      kind: 'ended',
    });
  });

  it('is never the turn of staff', () => {
    for (const state of [
      'pending',
      'funded',
      'in_review',
      'changes_requested',
      'released',
    ] as const)
      expect(nextStep(active(state), 'staff').mine).toBe(false);
  });
});
