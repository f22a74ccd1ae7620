/** What a profile should show, in the order in which it is asked for. */
const parts = ['headline', 'about', 'skills', 'languages', 'hourlyRate', 'avatar'] as const;
export type ProfilePart = (typeof parts)[number];

export interface Completeness {
  readonly percent: number;
  readonly missing: ProfilePart[];
}

interface Shown {
  readonly headline: string;
  readonly about: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly hourlyRate: unknown;
  readonly avatarFileId: string | null;
}

/** How much of a profile is there, every part counting the same. */
export function completenessOf(shown: Shown): Completeness {
  const has: Record<ProfilePart, boolean> = {
    headline: shown.headline !== '',
    about: shown.about !== '',
    skills: shown.skills.length > 0,
    languages: shown.languages.length > 0,
    hourlyRate: shown.hourlyRate !== null,
    avatar: shown.avatarFileId !== null,
  };
  const missing = parts.filter((part) => !has[part]);
  return { percent: Math.round((100 * (parts.length - missing.length)) / parts.length), missing };
}
