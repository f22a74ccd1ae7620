import type { Audience, GuardedPart } from '@wire/profiles';

/** Kept are only the parts that are not for everybody. */
export type Guarded = Readonly<Partial<Record<GuardedPart, Audience>>>;

/** Who looks: the owner and the staff see all; a member more than a guest. */
export type Onlooker = 'owner' | 'member' | 'guest';

interface Shown {
  readonly languages: string[];
  readonly hourlyRate: unknown;
  readonly rating: number | null;
  readonly reviews: number;
  readonly completedContracts: number;
}

export function sees(audience: Audience = 'public', onlooker: Onlooker): boolean {
  if (onlooker === 'owner') return true;
  return audience === 'public' || (audience === 'members' && onlooker === 'member');
}

/** A profile as this onlooker sees it: what is kept from them looks as if it had never been filled in. */
export function shownTo<Profile extends Shown>(
  onlooker: Onlooker,
  guarded: Guarded,
  profile: Profile,
): Profile {
  const hidden = (part: GuardedPart): boolean => !sees(guarded[part], onlooker);
  return {
    ...profile,
    ...(hidden('about') && 'about' in profile && { about: '' }),
    ...(hidden('languages') && { languages: [] }),
    ...(hidden('hourlyRate') && { hourlyRate: null }),
    ...(hidden('record') && { rating: null, reviews: 0, completedContracts: 0 }),
  };
}
