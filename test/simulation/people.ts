import type { Role } from '@wire/permissions';
import { derivedId } from '@kernel/derived-id';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'en';
  readonly timeZone: string;
  readonly roles: readonly Role[];
  readonly staff: boolean;
}

const person = (name: string, roles: readonly Role[], staff: boolean): Person => ({
  ...{ id: derivedId('person', name), name, email: `${name}@sim.test` },
  ...{ locale: 'en', timeZone: 'UTC', roles, staff },
});
const many = (kind: string, count: number, roles: readonly Role[], staff: boolean): Person[] =>
  Array.from({ length: count }, (_, at) => person(`${kind}${String(at)}`, roles, staff));

export const clients = many('client', 5, ['client'], false);
export const providersOfWork = many('provider', 5, ['provider'], false);
/** Some are on both sides of a decision, so that the rules about two persons are tried. */
export const staff = {
  makers: many('maker', 2, ['finance_maker'], true),
  checkers: many('checker', 2, ['finance_checker'], true),
  both: many('both', 1, ['finance_maker', 'finance_checker'], true),
  compliance: many('compliance', 3, ['compliance'], true),
  mediators: many('mediator', 3, ['mediator'], true),
  leads: many('lead', 2, ['mediator_lead', 'mediator'], true),
  support: many('support', 1, ['support'], true),
};
export const people: readonly Person[] = [
  ...clients,
  ...providersOfWork,
  ...Object.values(staff).flat(),
];
