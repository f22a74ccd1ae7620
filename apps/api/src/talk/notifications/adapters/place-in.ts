import type { Place } from '@wire/accounts';
import type { Language } from '../domain/words';

const words = {
  en: { network: 'this network', nowhere: 'an unknown place', between: ', ' },
  ar: { network: 'هذه الشبكة', nowhere: 'مكان غير معروف', between: '، ' },
} as const;

/** A place as a sentence names it; the address where no city is known. */
export function placeIn(locale: Language, place: Place | null, address: string | null): string {
  const { network, nowhere, between } = words[locale];
  if (place?.network) return network;
  const country = place?.country
    ? new Intl.DisplayNames(locale, { type: 'region' }).of(place.country)
    : null;
  const known = [place?.city, country].filter((part) => typeof part === 'string');
  return known.join(between) || (address ?? nowhere);
}
