import { money } from '@money';
import type { Rejection } from '@kernel/reject';
import {
  complete,
  currentTerms,
  decline,
  offerable,
  sign,
  signed,
  update,
  withdraw,
  type Contract,
  type ContractState,
  type Ground,
} from './contract';

const milestones = [{ id: 'm1', title: 'First', amount: money(4_000_000, 'INR'), days: 10 }];
const contract = (state: ContractState): Contract => ({
  ...currentTerms,
  id: 'c',
  jobId: 'j',
  proposalId: 'p',
  clientId: 'client',
  providerId: 'provider',
  state,
  milestones,
});
const ground: Ground = {
  clientId: 'client',
  proposalStatus: 'shortlisted',
  jobStatus: 'published',
  currency: 'INR',
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Rejection).code;
  }
  return 'accepted';
};

describe('an offer', () => {
  it('is made by the client of an open job, on a proposal that stands', () => {
    const offer = (changes: Partial<Ground>, by = 'client') =>
      codeOf(() => offerable({ ...ground, ...changes }, by, milestones));
    expect(offer({})).toBe('accepted');
    expect(offer({}, 'other')).toBe('proposals.not_found');
    expect(offer({ proposalStatus: 'declined' })).toBe('proposals.not_open');
    expect(offer({ jobStatus: 'hired' })).toBe('jobs.not_open');
    expect(offer({ currency: 'USD' })).toBe('money.currency_mismatch');
  });

  it('is signed with the own name, however it is spaced or cased', () => {
    expect(codeOf(() => signed(' amira   HASSAN ', 'Amira Hassan'))).toBe('accepted');
    expect(codeOf(() => signed('Zoe\u0308', 'Zo\u00eb'))).toBe('accepted');
    expect(codeOf(() => signed('Amira', 'Amira Hassan'))).toBe('contracts.signature_mismatch');
  });

  it('is signed or declined by the provider and withdrawn by the client, while it stands', () => {
    expect(sign(contract('offered'), 'provider')).toMatchObject({
      type: 'ContractSigned',
      data: {
        fees: { id: 'standard-2026-01' },
        termsVersion: 'terms-2026-01',
        milestones: [{ id: 'm1', amount: money(4_000_000, 'INR'), days: 10 }],
      },
    });
    expect(JSON.stringify(sign(contract('offered'), 'provider'))).not.toContain('First');
    expect(codeOf(() => sign(contract('offered'), 'client'))).toBe('contracts.not_yours');
    expect(codeOf(() => decline(contract('offered'), 'client'))).toBe('contracts.not_yours');
    expect(codeOf(() => withdraw(contract('offered'), 'provider'))).toBe('contracts.not_yours');
    for (const state of ['active', 'completed', 'declined', 'withdrawn'] as const) {
      expect(codeOf(() => sign(contract(state), 'provider'))).toBe('contracts.not_offered');
      expect(codeOf(() => decline(contract(state), 'provider'))).toBe('contracts.not_offered');
      expect(codeOf(() => withdraw(contract(state), 'client'))).toBe('contracts.not_offered');
    }
  });
});

describe('an active contract', () => {
  it('takes updates of its two sides', () => {
    expect(update(contract('active'), 'client', 'u')).toMatchObject({
      data: { updateId: 'u', by: 'client' },
    });
    expect(codeOf(() => update(contract('active'), 'other', 'u'))).toBe('contracts.not_found');
    expect(codeOf(() => update(contract('offered'), 'client', 'u'))).toBe('contracts.not_active');
  });

  it('is completed once', () => {
    expect(complete(contract('active'))).toMatchObject({ type: 'ContractCompleted' });
    expect(complete(contract('completed'))).toBeNull();
  });
});
