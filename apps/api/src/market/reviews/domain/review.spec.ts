import { Rejection } from '@kernel/reject';
import { published, reply, subjectOf, type Review, type Reviewable } from './review';

const contract: Reviewable = {
  contractId: 'c',
  clientId: 'client',
  providerId: 'provider',
  funded: true,
};
const review = (authorId: string, changes: Partial<Review> = {}): Review => ({
  id: `by-${authorId}`,
  contractId: 'c',
  authorId,
  subjectId: authorId === 'client' ? 'provider' : 'client',
  stars: 4,
  published: false,
  replied: false,
  ...changes,
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Rejection).code;
  }
  return 'accepted';
};

describe('a review', () => {
  it('is written about the other side', () => {
    expect(subjectOf(contract, [], 'client')).toBe('provider');
    expect(subjectOf(contract, [review('client')], 'provider')).toBe('client');
  });

  it('is written by the two sides of a contract that saw money, once each', () => {
    expect(codeOf(() => subjectOf(contract, [], 'stranger'))).toBe('contracts.not_found');
    expect(codeOf(() => subjectOf({ ...contract, funded: false }, [], 'client'))).toBe(
      'reviews.not_open',
    );
    expect(codeOf(() => subjectOf(contract, [review('client')], 'client'))).toBe(
      'reviews.already_written',
    );
  });

  it('is not written any more when the other one can be read', () => {
    const read = [review('client', { published: true })];
    expect(codeOf(() => subjectOf(contract, read, 'provider'))).toBe('reviews.not_open');
  });

  it('is published once', () => {
    expect(published([review('client'), review('provider', { published: true })])).toMatchObject([
      { type: 'ReviewPublished', data: { reviewId: 'by-client', subjectId: 'provider', stars: 4 } },
    ]);
  });

  it('is answered once, in public, by the one it is about', () => {
    const open = review('client', { published: true });
    expect(reply(open, 'provider').type).toBe('ReviewReplied');
    expect(codeOf(() => reply(open, 'client'))).toBe('reviews.not_yours');
    expect(codeOf(() => reply(review('client'), 'provider'))).toBe('reviews.not_open');
    expect(codeOf(() => reply({ ...open, replied: true }, 'provider'))).toBe(
      'reviews.already_replied',
    );
  });
});
