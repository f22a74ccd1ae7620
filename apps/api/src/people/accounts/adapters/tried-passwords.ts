import { dictionary } from '@zxcvbn-ts/language-common';

/** What everybody tries first, out of the leaks of others: about fifty thousand, offline. */
const triedFirst = new Set(dictionary['passwords-common']);

export const isTriedFirst = (lowerCase: string): boolean => triedFirst.has(lowerCase);
