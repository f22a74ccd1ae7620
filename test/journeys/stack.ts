/** Where the stack under test answers, as scripts/journeys.mjs says. */
export const stack = {
  marketplace: from('MARKETPLACE_URL'),
  admin: from('ADMIN_URL'),
  api: from('API_URL'),
  sandbox: from('SANDBOX_URL'),
  database: from('DATABASE_OWNER_URL'),
};

function from(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the journeys by npm run journey.`);
  return value;
}
