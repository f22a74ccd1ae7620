import type { RecordCheck } from '@wire/audit';
import { EMPTY, expand, type Observable, scan } from 'rxjs';

export interface Run {
  /** Events compared so far; with those that have no number yet it may pass `total`. */
  readonly checked: number;
  readonly findings: RecordCheck['findings'];
  readonly isDone: boolean;
}
type Ask = (from: number, count: number) => Observable<RecordCheck>;

export const begun: Run = { checked: 0, findings: [], isDone: false };

/** All of the record, a range after the other; each answer is told as it comes. */
export const checkAll = (ask: Ask, count = 2_000): Observable<Run> =>
  ask(0, count).pipe(
    expand(({ next }) => (next === null ? EMPTY : ask(next, count))),
    scan(
      (run, { checked, findings, next }): Run => ({
        checked: run.checked + checked,
        findings: [...run.findings, ...findings],
        isDone: next === null,
      }),
      begun,
    ),
  );
