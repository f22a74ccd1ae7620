import type { ProviderName } from '@wire/identities';

/** As they write themselves, in every language. */
export const brands: Readonly<Record<ProviderName, string>> = {
  google: 'Google',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
};
