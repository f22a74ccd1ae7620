import type { HandIn } from '@wire/onboarding';
import {
  counts,
  dueAgain,
  handIn,
  isDone,
  isOverdue,
  remindAt,
  type Standing,
  type Task,
} from './onboarding';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const task = (changes: Partial<Task> = {}): Task => ({
  ...{ id: 'task', kind: 'sign', title: 'House rules', explanation: '', text: 'Be kind.' },
  ...{ required: true, days: 7, reviewed: false },
  ...changes,
});
const standing = (changes: Partial<Standing> = {}): Standing => ({
  ...{ taskId: 'task', required: true, state: 'open', dueAt: at(8) },
  ...changes,
});
const signed = (signature: string): HandIn => ({ kind: 'sign', signature });
const code = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a task', () => {
  it('is signed with the own full name, whatever its capitals and spaces', () => {
    const sign = (name: string) =>
      code(() => handIn(task(), standing(), signed(name), 'Amira Hassan'));
    expect(sign(' amira  HASSAN ')).toBe('done');
    expect(sign('Amira')).toBe('onboarding.signature_mismatch');
  });

  it('is done in its own way alone, and once', () => {
    const done = (state: Standing['state'], input: HandIn) =>
      code(() => handIn(task(), standing({ state }), input, 'Amira'));
    expect(done('open', { kind: 'confirm' })).toBe('onboarding.wrong_kind');
    expect(done('done', signed('Amira'))).toBe('onboarding.already_handed_in');
    expect(done('in_review', signed('Amira'))).toBe('onboarding.already_handed_in');
    expect(done('returned', signed('Amira'))).toBe('done');
  });

  it('waits for somebody to look at it where the plan says so', () => {
    const reviewed = task({ reviewed: true });
    expect(handIn(reviewed, standing(), signed('Amira'), 'Amira')).toBe('in_review');
  });

  it('is overdue while it is to be done, and never while somebody looks at it', () => {
    expect(isOverdue(standing(), at(9))).toBe(true);
    expect(isOverdue(standing(), at(7))).toBe(false);
    expect(isOverdue(standing({ state: 'in_review' }), at(9))).toBe(false);
  });

  it('is reminded of two days before, or at half time', () => {
    expect(remindAt(at(1), at(8))).toEqual(at(6));
    expect(remindAt(at(1), at(3))).toEqual(at(2));
  });

  it('that comes back has two days at least', () => {
    expect(dueAgain(at(8), at(9))).toEqual(at(11));
    expect(dueAgain(at(20), at(9))).toEqual(at(20));
  });
});

describe('an onboarding', () => {
  it('is done when every required task is', () => {
    const optional = standing({ required: false });
    expect(isDone([standing({ state: 'done' }), optional])).toBe(true);
    expect(isDone([standing({ state: 'in_review' }), optional])).toBe(false);
  });

  it('counts for as long as the plan says', () => {
    expect(counts(at(1), 7, at(7))).toBe(true);
    expect(counts(at(1), 7, at(8))).toBe(false);
  });
});
