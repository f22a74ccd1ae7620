import { dictionary } from '@zxcvbn-ts/language-common';

/** What everybody tries first, out of the leaks of others: about fifty thousand, offline. */
const common = new Set(dictionary['passwords-common']);

export const isCommonPassword = (lowerCase: string): boolean => common.has(lowerCase);
