import { optionalPurposes, soldPurposes, type OptionalPurpose, type Purpose } from '@wire/consents';

export interface Answered {
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly version: number;
}

export interface Wanted {
  readonly purpose: OptionalPurpose;
  readonly given: boolean;
  readonly bySignal: boolean;
}

/**
 * What is written down when somebody chooses. A browser that says “do not sell” is heard over a click:
 * whoever wants otherwise turns the signal off.
 */
export function wanted(
  choices: Readonly<Partial<Record<OptionalPurpose, boolean>>>,
  hasSignal: boolean,
): Wanted[] {
  return optionalPurposes.flatMap((purpose) => {
    const said = choices[purpose];
    if (said === undefined) return [];
    const bySignal = hasSignal && soldPurposes.includes(purpose);
    return [{ purpose, given: said && !bySignal, bySignal }];
  });
}

/** Only what is not said already: a signal comes with every page. */
export function unsaid(
  latest: ReadonlyMap<Purpose, Answered>,
  versions: ReadonlyMap<Purpose, number>,
): OptionalPurpose[] {
  return soldPurposes.filter((purpose) => {
    const known = latest.get(purpose);
    return !known || known.given || known.version !== versions.get(purpose);
  });
}

/** A yes holds for the text that it was said to, and not while the browser says no. */
export const holds = (
  known: Answered | undefined,
  version: number,
  hasSignal: boolean,
): boolean => {
  if (!known?.given || known.version !== version) return false;
  return !(hasSignal && soldPurposes.some((sold) => sold === known.purpose));
};
