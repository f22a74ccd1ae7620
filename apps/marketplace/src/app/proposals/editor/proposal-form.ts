import { type Money, sum } from '@money';
import type { FileView } from '@wire/files';
import type { ProposalView, SubmitProposal } from '@wire/proposals';

/** A milestone while it is typed: days are text until they are a number. */
export interface MilestoneForm {
  title: string;
  amount: Money | null;
  days: string;
}
export interface ProposalForm {
  coverLetter: string;
  milestones: readonly MilestoneForm[];
  answers: readonly string[];
  attachments: readonly FileView[];
  aiAssisted: boolean;
}

export const emptyMilestone: MilestoneForm = { title: '', amount: null, days: '' };
export const emptyProposal: ProposalForm = {
  coverLetter: '',
  milestones: [emptyMilestone],
  answers: [],
  attachments: [],
  aiAssisted: false,
};

export const formOf = (proposal: ProposalView): ProposalForm => ({
  coverLetter: proposal.coverLetter,
  milestones: proposal.milestones.map((each) => ({ ...each, days: String(each.days) })),
  answers: proposal.answers,
  attachments: proposal.attachments,
  aiAssisted: proposal.aiAssisted,
});

export const daysOf = (typed: string): number => (/^\d{1,3}$/.test(typed) ? Number(typed) : 0);

/** The sum of what is readable so far. */
export const totalOf = ({ milestones }: ProposalForm): Money =>
  sum(
    milestones.flatMap(({ amount }) => (amount ? [amount] : [])),
    'INR',
  );

export const proposalOf = (form: ProposalForm, questions: number): SubmitProposal => ({
  coverLetter: form.coverLetter.trim(),
  milestones: form.milestones.map(({ title, amount, days }) => ({
    title: title.trim(),
    amount: amount ?? { amountMinor: '0', currency: 'INR' },
    days: daysOf(days),
  })),
  answers: Array.from({ length: questions }, (_, at) => form.answers[at]?.trim() ?? ''),
  attachments: form.attachments.map(({ id }) => id),
  aiAssisted: form.aiAssisted,
});

/** Paths of what cannot be sent yet, as the schema of the server names them. */
export function missingIn(form: ProposalForm, questions: number): string[] {
  const { coverLetter, milestones, answers } = proposalOf(form, questions);
  return [
    ...(coverLetter === '' ? ['coverLetter'] : []),
    ...milestones.flatMap(({ title, amount, days }, at) => [
      ...(title === '' ? [`milestones.${at}.title`] : []),
      ...(BigInt(amount.amountMinor) <= 0n ? [`milestones.${at}.amount`] : []),
      ...(days < 1 || days > 365 ? [`milestones.${at}.days`] : []),
    ]),
    ...answers.flatMap((answer, at) => (answer === '' ? [`answers.${at}`] : [])),
  ];
}
