import { appendFileSync } from 'node:fs';

/** What was tried, and what of it got what it wanted. */
interface Outcome {
  readonly tried: number;
  readonly through: readonly string[];
}

/**
 * Tries everything on the house. An attack that succeeds nowhere proves nothing, so it is tried on a
 * target that is weak on purpose first: there, something has to get through.
 */
export async function attack<Try>(plan: {
  readonly tries: readonly Try[];
  /** Where it is tried: the house, or what is weak. */
  readonly house: string;
  readonly weak: string;
  /** Whether this try got what it wanted. */
  succeeds(one: Try, target: string): Promise<boolean> | boolean;
}): Promise<readonly string[]> {
  const { tries, house, weak, succeeds } = plan;
  let isAble = false;
  for (const one of tries) isAble ||= await succeeds(one, weak);
  if (!isAble) throw new Error('Nothing of this attack succeeds, not even where all is open.');
  const through: string[] = [];
  for (const one of tries) if (await succeeds(one, house)) through.push(shown(one));
  count({ tried: tries.length, through });
  return through;
}

/** Told to whoever started the suite, which adds it all up. */
export function count({ tried, through }: Outcome): void {
  const file = process.env['ATTACKS'];
  if (file === undefined) return;
  const line = { attempts: tried, successes: through.length, from: caller() };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** The file that tries, for the report: neither of the two runners tells it in the same words. */
const caller = (): string =>
  /test\/security\/[\w-]+\.(?:attack|spec)\.ts/.exec(new Error().stack ?? '')?.[0] ?? 'others';

/** Short enough for a message; the rest is in the corpus. */
const shown = (one: unknown): string =>
  (typeof one === 'string' ? one : JSON.stringify(one)).slice(0, 200);
