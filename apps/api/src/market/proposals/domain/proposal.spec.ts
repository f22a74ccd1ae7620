import { money } from '@money';
import type { Rejection } from '@kernel/reject';
import {
  accept,
  decline,
  editable,
  priced,
  shortlist,
  view,
  withdraw,
  type Call,
  type Proposal,
  type ProposalStatus,
} from './proposal';

const call: Call = {
  clientId: 'client',
  status: 'published',
  questions: ['Why you?'],
  currency: 'INR',
};
const content = {
  coverLetter: 'I can.',
  milestones: [
    { title: 'First', amount: money(4_000_000, 'INR'), days: 10 },
    { title: 'Second', amount: money(6_000_000, 'INR'), days: 20 },
  ],
  answers: ['Because.'],
  attachments: [],
  aiAssisted: false,
};
const proposal = (status: ProposalStatus): Proposal => ({
  id: 'p',
  jobId: 'j',
  clientId: 'client',
  providerId: 'provider',
  status,
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Rejection).code;
  }
  return 'accepted';
};

describe('a proposal', () => {
  it('costs the sum of its milestones, in the currency of the job', () => {
    expect(priced(call, 'provider', content)).toEqual(money(10_000_000, 'INR'));
    expect(codeOf(() => priced({ ...call, currency: 'USD' }, 'provider', content))).toBe(
      'proposals.currency',
    );
  });

  it('answers every question of an open job of somebody else', () => {
    expect(codeOf(() => priced(call, 'client', content))).toBe('proposals.own_job');
    expect(codeOf(() => priced({ ...call, status: 'hired' }, 'provider', content))).toBe(
      'jobs.not_open',
    );
    expect(codeOf(() => priced(call, 'provider', { ...content, answers: [] }))).toBe(
      'proposals.answers_missing',
    );
  });

  it('is edited while it is only sent or seen', () => {
    const edits = (
      ['sent', 'viewed', 'shortlisted', 'declined', 'accepted', 'withdrawn'] as const
    ).map((status) => codeOf(() => editable(proposal(status), 'provider')));
    const { locked, open } = { locked: 'proposals.locked', open: 'proposals.not_open' };
    expect(edits).toEqual(['accepted', 'accepted', locked, locked, locked, open]);
    expect(codeOf(() => editable(proposal('sent'), 'client'))).toBe('proposals.not_yours');
  });

  it('is seen once, and shortlisted once', () => {
    expect(view(proposal('sent'), 'client')).toMatchObject({ type: 'ProposalViewed' });
    expect(view(proposal('shortlisted'), 'client')).toBeNull();
    expect(shortlist(proposal('viewed'), 'client')).toMatchObject({ type: 'ProposalShortlisted' });
    expect(shortlist(proposal('shortlisted'), 'client')).toBeNull();
  });

  it('is decided by the client, withdrawn by the provider, and then it is decided', () => {
    expect(decline(proposal('shortlisted'), 'client', 'budget')).toMatchObject({
      data: { reason: 'budget' },
    });
    expect(codeOf(() => decline(proposal('sent'), 'provider', 'budget'))).toBe(
      'proposals.not_yours',
    );
    expect(codeOf(() => withdraw(proposal('sent'), 'client'))).toBe('proposals.not_yours');
    for (const status of ['declined', 'withdrawn', 'accepted'] as const) {
      expect(codeOf(() => decline(proposal(status), 'client', 'budget'))).toBe(
        'proposals.not_open',
      );
      expect(codeOf(() => withdraw(proposal(status), 'provider'))).toBe('proposals.not_open');
      expect(codeOf(() => shortlist(proposal(status), 'client'))).toBe('proposals.not_open');
    }
  });

  it('is accepted by a signed contract, once', () => {
    expect(accept(proposal('sent'), 'c')).toMatchObject({ data: { contractId: 'c' } });
    expect(accept(proposal('accepted'), 'c')).toBeNull();
  });
});
