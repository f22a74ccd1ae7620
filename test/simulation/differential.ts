import { run } from './run';
import { MemoryRecord, type Answered } from './memory-record';

/** One call of the record as the simulation made it, and how it ended in memory. */
export interface Call {
  readonly values: readonly unknown[];
  readonly answered: Answered | null;
  readonly code: string | null;
}

export interface Balances {
  readonly afterCalls: number;
  readonly accounts: ReadonlyMap<string, string>;
  readonly versions: ReadonlyMap<string, number>;
}

const every = 1_000;

/** What one run asks of the record, call by call, and the state in memory after each thousand. */
export async function recorded(seed: number, steps: number) {
  const calls: Call[] = [];
  const states: Balances[] = [];
  const { append } = MemoryRecord.prototype;
  MemoryRecord.prototype.append = function (this: MemoryRecord, values: readonly unknown[]) {
    const call = { values: [...values] };
    try {
      const answered = append.call(this, values);
      calls.push({ ...call, answered, code: null });
      return answered;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      calls.push({ ...call, answered: null, code });
      throw error;
    } finally {
      if (calls.length % every === 0) states.push(stateOf(this, calls.length));
    }
  };
  const outcome = await run(seed, steps);
  MemoryRecord.prototype.append = append;
  return { calls, states, outcome };
}

function stateOf(record: MemoryRecord, afterCalls: number): Balances {
  const warm = [...record.accounts].filter(([, { hot }]) => !hot);
  return {
    afterCalls,
    accounts: new Map(
      warm.map(([id, { balance, version }]) => [id, `${String(balance)} ${String(version)}`]),
    ),
    versions: new Map([...record.byStream].map(([stream, events]) => [stream, events.length])),
  };
}
