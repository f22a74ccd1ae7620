import pg from 'pg';

export const address = (port, role, password, database = 'guildhall') =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

/**
 * Two roles: `guildhall` owns the tables and runs migrations (and may create test databases),
 * `guildhall_app` is what api and worker log in as. It is repeated at every start, so that an
 * interrupted first start heals itself.
 */
export async function ensureDatabase(port, secret) {
  const server = await connect(address(port, 'postgres', secret.postgres, 'postgres'));
  try {
    await ensureRole(server, 'guildhall', secret.guildhall, 'LOGIN CREATEDB');
    await ensureRole(server, 'guildhall_app', secret.guildhall_app, 'LOGIN');
    // A stuck statement or a forgotten transaction must not hold locks on money for long.
    await server.query(`ALTER ROLE guildhall_app SET statement_timeout = '5s'`);
    await server.query(`ALTER ROLE guildhall_app SET idle_in_transaction_session_timeout = '5s'`);
    const found = await server.query(`SELECT 1 FROM pg_database WHERE datname = 'guildhall'`);
    if (found.rowCount === 0) await server.query('CREATE DATABASE guildhall OWNER guildhall');
  } finally {
    await server.end();
  }
}

async function ensureRole(server, role, password, rights) {
  const found = await server.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await server.query(`${verb} ROLE ${role} ${rights} PASSWORD ${pg.escapeLiteral(password)}`);
}

async function connect(connectionString) {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
