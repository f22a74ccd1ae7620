import { money } from '@money';
import type { Rejection } from '@kernel/reject';
import { close, contentOf, fill, publish, saveable, type Job } from './job';

const content = contentOf({
  title: 'Booking site',
  category: 'web',
  description: 'For three clinics.',
  skills: ['angular', 'arabic', 'angular'],
  budget: money(10_000_000, 'INR'),
});
const draft: Job = { id: 'job', clientId: 'client', status: 'draft', revision: 3, content };
const open: Job = { ...draft, status: 'published' };
const refusal = (work: () => unknown): Pick<Rejection, 'code' | 'detail'> => {
  try {
    work();
  } catch (error) {
    return error as Rejection;
  }
  throw new Error('it was accepted');
};

describe('a draft', () => {
  it('has empty fields where nothing was said, and names a skill once', () => {
    expect(contentOf({ title: 'Only that' })).toMatchObject({
      category: null,
      skills: [],
      budget: null,
    });
    expect(content.skills).toEqual(['angular', 'arabic']);
  });

  it('is saved by its client over the revision it began with', () => {
    expect(() => saveable(draft, 'client', 3)).not.toThrow();
    expect(refusal(() => saveable(draft, 'client', 2))).toMatchObject({
      code: 'jobs.stale_draft',
      detail: { revision: 3 },
    });
    expect(refusal(() => saveable(draft, 'other', 3)).code).toBe('jobs.not_found');
    expect(refusal(() => saveable(open, 'client', 3)).code).toBe('jobs.not_draft');
  });

  it('is published when nothing needed is missing', () => {
    const { data } = publish(draft, 'client');
    expect(data).toMatchObject({ category: 'web' });
    // What people type is not in the record.
    expect(JSON.stringify(data)).not.toContain('angular');
    const empty = { ...draft, content: contentOf({}) };
    expect(refusal(() => publish(empty, 'client'))).toMatchObject({
      code: 'jobs.incomplete',
      detail: { missing: ['title', 'category', 'description', 'skills', 'budget'] },
    });
    expect(refusal(() => publish(draft, 'other')).code).toBe('jobs.not_found');
    expect(refusal(() => publish(open, 'client')).code).toBe('jobs.not_draft');
  });
});

describe('an open job', () => {
  it('is closed by its client, with a reason', () => {
    expect(close(open, 'client', 'cancelled').data).toMatchObject({ reason: 'cancelled' });
    expect(refusal(() => close(open, 'other', 'other')).code).toBe('jobs.not_yours');
    expect(refusal(() => close(draft, 'client', 'other')).code).toBe('jobs.not_open');
  });

  it('is filled by the first signed contract; a closed one stays closed', () => {
    expect(fill(open, 'contract')).toMatchObject({
      type: 'JobFilled',
      data: { contractId: 'contract' },
    });
    expect(fill({ ...open, status: 'hired' }, 'another')).toBeNull();
    expect(fill({ ...open, status: 'closed' }, 'contract')).toBeNull();
  });
});
