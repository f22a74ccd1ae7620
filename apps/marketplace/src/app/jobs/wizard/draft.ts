import type { Money } from '@money';
import { categories, type JobDraft, type JobView, publishable } from '@wire/jobs';
import type { FileView } from '@wire/files';

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
  purchaseOrder: string;
  costCentre: string;
  attachments: readonly FileView[];
  step: number;
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
  purchaseOrder: '',
  costCentre: '',
  attachments: [],
  step: 0,
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
  purchaseOrder: 'terms',
  costCentre: 'terms',
  attachments: 'terms',
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
  purchaseOrder: job.purchaseOrder ?? '',
  costCentre: job.costCentre ?? '',
  attachments: job.attachments,
  step: job.step,
});

/** What is empty is left out; blank questions are not sent. */
export function draftOf(form: DraftForm): JobDraft {
  const { title, description, purchaseOrder, costCentre, budget, nda, step } = form;
  const { skills, languages } = form;
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
    questions,
    nda,
    attachments: form.attachments.map(({ id }) => id),
    step,
  };
}

/** The fields that a published job must have and this draft has not. */
export function missingIn(form: DraftForm): DraftField[] {
  const read = publishable.safeParse(draftOf(form));
  const paths = read.success ? [] : read.error.issues.map(({ path }) => path[0] as DraftField);
  return [...new Set(paths)];
}
