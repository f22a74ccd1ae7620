import type { PlanTask, Plans, PublishPlan } from '@wire/onboarding';

/** A plan as the form holds it; numbers are what was typed. */
export interface PlanDraft {
  readonly beforeWork: boolean;
  readonly validDays: string;
  readonly tasks: readonly TaskDraft[];
}
export type TaskDraft = Omit<PlanTask, 'days'> & { readonly days: string };

export const newTask: TaskDraft = {
  ...{ kind: 'confirm', title: '', explanation: '', text: '' },
  ...{ required: true, days: '7', reviewed: false },
};

/** The newest version of one scope; null is the organisation. */
export function draftOf(all: Plans | undefined, workspaceId: string | null): PlanDraft {
  const plan = all?.items.find((one) => one.workspaceId === workspaceId);
  return {
    beforeWork: plan?.beforeWork ?? true,
    validDays: String(plan?.validDays ?? 365),
    tasks: (plan?.tasks ?? []).map(({ id: _, days, ...task }) => ({ ...task, days: String(days) })),
  };
}

export const hasText = ({ kind }: Pick<TaskDraft, 'kind'>): boolean =>
  kind === 'confirm' || kind === 'sign';

export const planOf = (draft: PlanDraft, workspaceId: string | null): PublishPlan => ({
  ...{ workspaceId, beforeWork: draft.beforeWork, validDays: Number(draft.validDays) },
  tasks: draft.tasks.map((task) => ({
    ...task,
    text: hasText(task) ? task.text : '',
    days: Number(task.days),
  })),
});
