/** A provider as far as matching needs to know. */
export interface Candidate {
  readonly id: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
}

export interface Wanted {
  readonly skills: readonly string[];
  readonly languages: readonly string[];
}

export interface Match {
  readonly id: string;
  readonly score: number;
  /** `skill:angular`, `language:ar`: what spoke for this person, in the order of the job. */
  readonly why: readonly string[];
}

const languageWeight = 0.5;

/**
 * Best first. Every wanted skill counts one, every wanted language half of one; somebody without
 * any of the skills is no match. Equal scores are ordered by id, so that a repeat says the same.
 */
export function rank(wanted: Wanted, candidates: readonly Candidate[]): Match[] {
  return candidates
    .flatMap(({ id, skills, languages }) => {
      const known = wanted.skills.filter((skill) => skills.includes(skill));
      const spoken = wanted.languages.filter((language) => languages.includes(language));
      if (known.length === 0) return [];
      const score = known.length + spoken.length * languageWeight;
      return [{ id, score, why: [...label('skill', known), ...label('language', spoken)] }];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const label = (kind: string, values: readonly string[]): string[] =>
  values.map((value) => `${kind}:${value}`);
