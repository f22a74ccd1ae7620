import type { Strength } from '@wire/screening';

/** From here on a name is looked at by a person; `strong` stops the money meanwhile. */
export const possible = 0.88;
export const strong = 0.93;

export interface Known {
  /** `1971-03-09`, or null when nobody proved it. */
  readonly birthDate: string | null;
}

const sameBirth = 0.03;
const otherBirth = 0.08;

/**
 * How strong a likeness is with what else is known. A proved birthday that no entry has takes off more
 * than the same one adds; a country says too little to take anything off.
 */
export function strengthOf(
  score: number,
  births: readonly string[],
  { birthDate }: Known,
): { score: number; strength: Strength | null } {
  const adjusted = Math.min(1, score + birthPoints(births, birthDate));
  if (adjusted >= strong) return { score: adjusted, strength: 'strong' };
  return { score: adjusted, strength: adjusted >= possible ? 'possible' : null };
}

function birthPoints(births: readonly string[], birthDate: string | null): number {
  if (birthDate === null || births.length === 0) return 0;
  if (births.some((birth) => birthDate.startsWith(birth))) return sameBirth;
  const year = Number(birthDate.slice(0, 4));
  // A year off is a slip, or another calendar.
  const near = births.some((birth) => Math.abs(Number(birth.slice(0, 4)) - year) <= 1);
  return near ? 0 : -otherBirth;
}
