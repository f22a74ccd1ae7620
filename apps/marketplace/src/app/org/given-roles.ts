import { givenRole } from '@wire/sso';
import type { Say } from '@ui/app/say';
import type { Choice } from '@ui/form/select-field';

/** What a directory may make of somebody: everything but an owner. */
export const givenRoles = (say: Say): Choice[] =>
  [...givenRole.options].reverse().map((value) => ({ value, label: say.it(`org.roles.${value}`) }));
