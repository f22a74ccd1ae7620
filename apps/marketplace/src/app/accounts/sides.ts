import type { RegisterAccount } from '@wire/accounts';

/** What somebody wants to do here, and the roles that go with it. */
export const rolesOf: Record<string, RegisterAccount['roles']> = {
  client: ['client'],
  provider: ['provider'],
  both: ['client', 'provider'],
};
