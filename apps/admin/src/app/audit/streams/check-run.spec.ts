import type { RecordCheck } from '@wire/audit';
import { lastValueFrom, of, throwError, toArray } from 'rxjs';
import { checkAll } from './check-run';

const altered = { kind: 'event_altered', leaf: 517, stream: 'escrow-1' } as const;
const range = (from: number, checked: number, next: number | null): RecordCheck => ({
  from,
  checked,
  next,
  findings: from <= 517 && 517 < from + checked ? [altered] : [],
});

describe('the check of the whole record', () => {
  it('goes range by range to the end and gathers what it found', async () => {
    const ranges = [range(0, 400, 400), range(400, 400, 800), range(800, 90, null)];
    const asked: number[] = [];
    const runs = await lastValueFrom(
      checkAll((from) => {
        asked.push(from);
        return of(ranges[asked.length - 1]!);
      }, 400).pipe(toArray()),
    );
    expect(asked).toEqual([0, 400, 800]);
    expect(runs.map(({ checked }) => checked)).toEqual([400, 800, 890]);
    expect(runs.at(-1)).toEqual({ checked: 890, findings: [altered], isDone: true });
    expect(runs[0]?.isDone).toBe(false);
  });

  it('ends with the problem when a range cannot be asked for', async () => {
    const runs = checkAll((from) => (from === 0 ? of(range(0, 10, 10)) : throwError(() => 'away')));
    await expect(lastValueFrom(runs)).rejects.toBe('away');
  });
});
