import { reject } from '@kernel/reject';
import { isSameName } from '@kernel/same-name';
import type { HandIn, TaskKind, TaskState } from '@wire/onboarding';

const dayMs = 86_400_000;
/** Whoever gets a task back has so long at least. */
const graceDays = 2;

/** A task as the plan has it. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly explanation: string;
  readonly text: string;
  readonly required: boolean;
  readonly days: number;
  readonly reviewed: boolean;
}

/** A task as one provider has it. */
export interface Standing {
  readonly taskId: string;
  readonly required: boolean;
  readonly state: TaskState;
  readonly dueAt: Date;
}

export const isUndone = ({ state }: Pick<Standing, 'state'>): boolean =>
  state === 'open' || state === 'returned';

export const isOverdue = (standing: Standing, now: Date): boolean =>
  isUndone(standing) && standing.dueAt < now;

/** Nothing that has to be done is open. */
export const isDone = (all: readonly Standing[]): boolean =>
  all.every(({ required, state }) => !required || state === 'done');

/** Does what was done before still count? */
export const counts = (doneAt: Date, validDays: number, now: Date): boolean =>
  now.getTime() < doneAt.getTime() + validDays * dayMs;

export const dueAt = (begun: Date, days: number): Date => new Date(begun.getTime() + days * dayMs);

/** Two days before, or half of the time where there are fewer than four. */
export const remindAt = (begun: Date, due: Date): Date => {
  const ahead = Math.min(2 * dayMs, (due.getTime() - begun.getTime()) / 2);
  return new Date(due.getTime() - ahead);
};

/** @returns where the task stands once it is handed in. Signed is with one's own full name, typed. */
export function handIn(task: Task, { state }: Standing, input: HandIn, name: string): TaskState {
  if (input.kind !== task.kind) reject('onboarding.wrong_kind', { kind: task.kind });
  if (state === 'in_review' || state === 'done') reject('onboarding.already_handed_in');
  if (input.kind === 'sign' && !isSameName(input.signature, name))
    reject('onboarding.signature_mismatch');
  return task.reviewed ? 'in_review' : 'done';
}

export function reviewable({ state }: Standing): void {
  if (state !== 'in_review') reject('onboarding.not_in_review');
}

/** A task that comes back is not late because somebody took long to look at it. */
export const dueAgain = (before: Date, now: Date): Date => {
  const least = dueAt(now, graceDays);
  return before > least ? before : least;
};
