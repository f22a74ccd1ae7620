import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface ReadNumber {
  /** Two letters; null where a number belongs to no country, or to none that is known. */
  readonly country: string | null;
  /** How it begins and ends: enough to tell two apart, too little to call. */
  readonly masked: string;
}

export function readNumber(target: string): ReadNumber {
  const found = parsePhoneNumberFromString(target);
  const begins = found ? `+${found.countryCallingCode}` : target.slice(0, 2);
  return { country: found?.country ?? null, masked: `${begins} ••• ${target.slice(-2)}` };
}
