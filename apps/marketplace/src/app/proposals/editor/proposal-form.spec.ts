import { money } from '@money';
import { emptyMilestone, emptyProposal, missingIn, proposalOf, totalOf } from './proposal-form';
import { netOf } from './receipt';

const inr = (rupees: number) => money(rupees * 100, 'INR');
const form = {
  ...emptyProposal,
  coverLetter: 'I built the booking of two hospitals.',
  milestones: [
    { title: 'Booking flow', amount: inr(40_000), days: '10' },
    { title: 'Launch', amount: inr(60_000), days: '20' },
  ],
  answers: ['The eye clinic', 'On Monday'],
};

describe('a proposal while it is written', () => {
  it('says what the provider gets of each milestone before it is sent', () => {
    expect(netOf(inr(40_000))).toEqual(inr(35_280));
    expect(netOf(inr(60_000))).toEqual(inr(52_920));
  });

  it('adds up what is readable so far', () => {
    expect(totalOf({ ...form, milestones: [...form.milestones, emptyMilestone] })).toEqual(
      inr(100_000),
    );
  });

  it('is sent with one answer for each question', () => {
    expect(proposalOf({ ...form, answers: ['Yes'] }, 2).answers).toEqual(['Yes', '']);
    expect(missingIn(form, 2)).toEqual([]);
  });

  it('names every field that is missing', () => {
    const milestones = [{ ...emptyMilestone, days: '400' }];
    expect(missingIn({ ...form, milestones, coverLetter: ' ' }, 3)).toEqual([
      'coverLetter',
      'milestones.0.title',
      'milestones.0.amount',
      'milestones.0.days',
      'answers.2',
    ]);
  });
});
