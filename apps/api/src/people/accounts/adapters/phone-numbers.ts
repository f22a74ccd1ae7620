import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number that some country gives out: a code to any other is a bill for nothing. */
export const isCallable = (phone: string): boolean =>
  parsePhoneNumberFromString(phone)?.isValid() ?? false;
