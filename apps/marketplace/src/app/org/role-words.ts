import type { OwnRole } from '@wire/organisations';
import { isOrgRole, orgRoles } from '@wire/permissions/vocabulary';
import type { Say } from '@ui/app/say';
import type { Choice } from '@ui/form/select-field';

type Named = Pick<OwnRole, 'id' | 'name'>;

/** A role in words: one that every organisation has, or one of its own by its name. */
export const roleWord = (say: Say, role: string, own: readonly Named[]): string =>
  isOrgRole(role)
    ? say.it(`org.roles.${role}`)
    : (own.find(({ id }) => id === role)?.name ?? say.it('org.roles.gone'));

/** What somebody can be made: everything but an owner. */
export const placeable = (say: Say, own: readonly Named[]): Choice[] => [
  ...orgRoles
    .filter((role) => role !== 'owner')
    .map((value) => ({ value, label: say.it(`org.roles.${value}`) })),
  ...own.map(({ id, name }) => ({ value: id, label: name })),
];
