import { allocate, money, type Money } from '@money';
import type { JobDraft } from '@wire/jobs';
import type { SubmitProposal } from '@wire/proposals';
import type { Dice } from './dice';
import { manners, places, reasons, trades, type Trade } from './trades';

/** A job as somebody would describe it. */
export function brief(dice: Dice, trade: Trade = dice.pick(trades)): JobDraft {
  const title = dice.pick(trade.wishes).replace('{place}', dice.pick(places));
  const skills = dice.some(trade.skills, dice.whole(2, 4));
  const [least, most] = trade.budget;
  return {
    title,
    category: trade.category,
    description: [
      `${title}: we look for someone who does ${skills.join(', ')} for a living.`,
      dice.pick(reasons),
      `What we expect: a short plan, work in ${dice.whole(2, 3)} milestones, and a hand-over that our own people understand.`,
      dice.pick(manners),
    ].join('\n\n'),
    skills,
    languages: [],
    budget: money(dice.whole(least / 5_000, most / 5_000) * 500_000, 'INR'),
    questions: dice.chance(0.6)
      ? ['Which similar work can we look at?', 'What would you leave out?']
      : [],
    nda: dice.chance(0.2),
    attachments: [],
    step: 4,
  };
}

/** An answer to it: a share of the budget, in milestones. */
export function answer(dice: Dice, job: JobDraft, share: number): SubmitProposal {
  const budget = job.budget ?? money(5_000_000, 'INR');
  const whole = (BigInt(budget.amountMinor) * BigInt(Math.round(share * 100))) / 100n / 50_000n;
  const total: Money = money(whole * 50_000n, 'INR');
  const [first, second] = allocate(total, [2, 3]);
  const days = dice.whole(6, 20);
  return {
    coverLetter: [
      `You write that it has to stay simple. I would begin with the part your people use every day and show it after one week.`,
      `I did the same for ${dice.pick(places)} last year, with ${(job.skills ?? []).slice(0, 2).join(' and ')}.`,
      dice.pick([
        'I can start on Monday.',
        'I have room from next week on.',
        'I would like a short call first.',
      ]),
    ].join('\n\n'),
    milestones: [
      { title: 'Plan and first working part', amount: first ?? total, days },
      { title: 'Complete work and hand-over', amount: second ?? total, days: days + 14 },
    ],
    answers: (job.questions ?? []).map(
      () => 'The links are in my profile; I would leave out the newsletter.',
    ),
    attachments: [],
    aiAssisted: dice.chance(0.15),
  };
}

export const praise = [
  'Clear milestones, nothing late, and our staff can use it without asking.',
  'Said early that one part would take longer, and it did not. We would hire again.',
  'Good work; the hand-over could have had one more page.',
  'Decisions within a day, money released on time. A pleasure to work for.',
  'Knew what they wanted and wrote it down. Paid the day after delivery.',
] as const;
