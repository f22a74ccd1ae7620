import type { Money } from '@money';
import { categories, type JobDraft, type JobView, publishable } from '@wire/jobs';
import type { FileView } from '@wire/files';
import type { GivenValues } from '@wire/org-fields';

/** The draft as the form holds it: nothing is missing, only empty. */
export interface DraftForm {
  title: string;
  category: string;
  description: string;
  skills: readonly string[];
  languages: readonly string[];
  budget: Money | null;
  questions: readonly string[];
  nda: boolean;
  signFirst: boolean;
  summary: string;
  purchaseOrder: string;
  costCentre: string;
  given: GivenValues;
  attachments: readonly FileView[];
  step: number;
  visibility: JobView['visibility'];
}
export type DraftField = Exclude<keyof DraftForm, 'step'>;

export const emptyDraft: DraftForm = {
  title: '',
  category: '',
  description: '',
  skills: [],
  languages: [],
  budget: null,
  questions: [],
  nda: false,
  signFirst: false,
  summary: '',
  purchaseOrder: '',
  costCentre: '',
  given: [],
  attachments: [],
  step: 0,
  visibility: 'public',
};

export const steps = ['basics', 'details', 'money', 'terms', 'preview'] as const;
export type StepId = (typeof steps)[number];

/** Which step has the field, for the error summary and for "done". */
export const stepOf: Record<DraftField, StepId> = {
  title: 'basics',
  category: 'basics',
  description: 'details',
  languages: 'details',
  skills: 'money',
  budget: 'money',
  questions: 'terms',
  nda: 'terms',
  signFirst: 'terms',
  summary: 'terms',
  purchaseOrder: 'terms',
  costCentre: 'terms',
  given: 'terms',
  attachments: 'terms',
  visibility: 'terms',
};

export const formOf = (job: JobView): DraftForm => ({
  title: job.title,
  category: job.category ?? '',
  description: job.description,
  skills: job.skills,
  languages: job.languages,
  budget: job.budget,
  questions: job.questions,
  nda: job.nda,
  signFirst: job.signFirst,
  summary: job.summary,
  purchaseOrder: job.purchaseOrder ?? '',
  costCentre: job.costCentre ?? '',
  given: job.given,
  attachments: job.attachments,
  step: job.step,
  visibility: job.visibility,
});

/** What is empty is left out; blank questions are not sent. */
export function draftOf(form: DraftForm): JobDraft {
  const { title, description, purchaseOrder, costCentre, budget, nda, step } = form;
  const { signFirst, summary } = form;
  const { skills, languages, given } = form;
  const category = categories.find((each) => each === form.category);
  const questions = form.questions.map((each) => each.trim()).filter(Boolean);
  return {
    ...(title.trim() && { title }),
    ...(category && { category }),
    ...(description.trim() && { description }),
    ...(budget && budget.amountMinor !== '0' && { budget }),
    ...(purchaseOrder.trim() && { purchaseOrder }),
    ...(costCentre.trim() && { costCentre }),
    skills: [...skills],
    languages: [...languages],
    given: [...given],
    questions,
    nda,
    signFirst,
    ...(summary.trim() && { summary }),
    visibility: form.visibility,
    attachments: form.attachments.map(({ id }) => id),
    step,
  };
}

/** The fields that a published job must have and this draft has not. */
export function missingIn(form: DraftForm): DraftField[] {
  const read = publishable.safeParse(draftOf(form));
  const paths = read.success ? [] : read.error.issues.map(({ path }) => path[0] as DraftField);
  const untold: DraftField[] = form.signFirst && !form.summary.trim() ? ['summary'] : [];
  return [...new Set([...paths, ...untold])];
}
