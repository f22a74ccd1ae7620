import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Advice } from './advice.mjs';

export const root = dirname(import.meta.dirname);
export const at = (...parts) => join(root, ...parts);

/** Every port of the stack: its variable and what `npm start` takes when nothing is said. */
const portVariables = {
  web: ['WEB_PORT', 4200],
  admin: ['ADMIN_PORT', 4201],
  api: ['API_PORT', 3000],
  sandbox: ['SANDBOX_PORT', 4400],
  mail: ['SANDBOX_SMTP_PORT', 4425],
  database: ['DATABASE_PORT', 54329],
};
export const portVariable = (name) => portVariables[name][0];

/**
 * What the caller's environment says about this stack: ports, place of the data, another database.
 * @throws {Advice} when a value makes no sense, with its name and an example.
 */
export function settings(env = process.env) {
  const ports = {};
  for (const [name, [variable, usual]] of Object.entries(portVariables)) {
    ports[name] = portNumber(variable, env[variable] ?? usual);
  }
  const twice = Object.entries(ports).find(([name, port]) =>
    Object.entries(ports).some(([other, same]) => other !== name && same === port),
  );
  if (twice) throw new Advice(`${portVariable(twice[0])}=${twice[1]} is given to two servers.`);
  if (Boolean(env.DATABASE_URL) !== Boolean(env.DATABASE_OWNER_URL)) {
    throw new Advice('Set both DATABASE_URL (guildhall_app) and DATABASE_OWNER_URL, or neither.');
  }
  const home = resolve(env.GUILDHALL_HOME ?? at('.data'));
  return { home, ports, database: env.DATABASE_URL && ownDatabase(env) };
}

function portNumber(variable, value) {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Advice(`${variable}=${value} is no port number. Example: ${variable}=4210`);
}

function ownDatabase(env) {
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
    if (!/^postgres(ql)?:\/\//.test(env[name])) {
      throw new Advice(`${name} must look like postgres://user:password@host:5432/guildhall.`);
    }
  }
  return { owner: env.DATABASE_OWNER_URL, app: env.DATABASE_URL };
}

const local = (port, path = '') => `http://localhost:${port}${path}`;

/** Who stands outside: the sandbox, unless the caller names the real ones. */
function providers(ports, secret) {
  const sandbox = (path) => local(ports.sandbox, path);
  return {
    RAZORPAY_URL: sandbox('/razorpay'),
    RAZORPAY_KEY_ID: 'rzp_test_guildhall',
    RAZORPAY_KEY_SECRET: secret.razorpayKey,
    RAZORPAY_WEBHOOK_SECRET: secret.razorpayWebhook,
    RAZORPAYX_ACCOUNT: '2323230041626905',
    SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
    MAIL_FROM: 'Guildhall <no-reply@guildhall.local>',
    TWILIO_URL: sandbox('/twilio'),
    TWILIO_ACCOUNT_SID: secret.twilioAccount,
    TWILIO_AUTH_TOKEN: secret.twilioToken,
    TWILIO_FROM: '+15005550006',
    VERIFICATION_URL: sandbox('/identity'),
    COMPANY_REGISTER_URL: sandbox('/register'),
    COMPANY_REGISTER_TOKEN: 'sandbox-register-token',
    SCREENING_OFAC_URL: sandbox('/lists/sdn.xml'),
    SCREENING_EU_URL: sandbox('/lists/eu.xml'),
    SCREENING_UN_URL: sandbox('/lists/un.xml'),
    SCREENING_PEP_URL: sandbox('/lists/peps.csv'),
    VERIFICATION_TOKEN: secret.identityToken,
    VERIFICATION_WEBHOOK_SECRET: secret.identityWebhook,
    GOOGLE_ISSUER: sandbox('/google'),
    GOOGLE_CLIENT_ID: 'guildhall-google',
    GOOGLE_CLIENT_SECRET: secret.google,
    LINKEDIN_ISSUER: sandbox('/linkedin/oauth'),
    LINKEDIN_CLIENT_ID: 'guildhall-linkedin',
    LINKEDIN_CLIENT_SECRET: secret.linkedin,
    FACEBOOK_URL: sandbox('/facebook'),
    FACEBOOK_GRAPH_URL: sandbox('/facebook/graph'),
    FACEBOOK_CLIENT_ID: 'guildhall-facebook',
    FACEBOOK_CLIENT_SECRET: secret.facebook,
  };
}

/**
 * The environment of api, worker, sandbox, migrations and seed. What the caller has set for a
 * provider wins, so that a real Razorpay test account is one variable away.
 */
export function environment({ home, ports, database }) {
  const secret = secrets(home);
  const usual = {
    NODE_ENV: 'development',
    API_HOST: '127.0.0.1',
    ALLOW_SANDBOX: '1',
    AUTH_SECRET: secret.auth,
    ...providers(ports, secret),
    TIME_SOURCE_URL: local(ports.sandbox, '/clock'),
    FILES_DRIVER: 'fs',
    FILES_SECRET: secret.files,
    AUDIT_SIGNING_KEY: secret.auditLog,
    PRIVACY_KEY: secret.privacy,
    PUBLIC_URL: local(ports.web),
    ADMIN_URL: local(ports.admin),
    GATEWAY_ORIGIN: local(ports.sandbox),
    // Webhooks of the demo go to the receiver that stands beside it.
    OUTGOING_ALLOWED: `localhost:${ports.sandbox}`,
    // Domains are looked up where the demo can put records.
    DNS_SERVERS: `127.0.0.1:${ports.sandbox}`,
  };
  const ofThisStack = {
    API_PORT: String(ports.api),
    API_URL: `http://127.0.0.1:${ports.api}`,
    DATABASE_URL: database.app,
    DATABASE_OWNER_URL: database.owner,
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_DNS_PORT: String(ports.sandbox),
    SANDBOX_SMTP_PORT: String(ports.mail),
    SANDBOX_DB: join(home, 'sandbox.db'),
    VERIFICATION_WEBHOOK_TARGET: local(ports.api, '/api/verification/webhooks/provider'),
    RAZORPAY_WEBHOOK_TARGET: local(ports.api, '/api/payments/webhooks/razorpay'),
  };
  const merged = { ...usual, FILES_DIR: join(home, 'files'), ...process.env, ...ofThisStack };
  // `ng serve` and many hosts give PORT a meaning of their own.
  delete merged.PORT;
  // What they say goes to files.
  delete merged.FORCE_COLOR;
  merged.NO_COLOR = '1';
  return merged;
}

/** Made once per installation and kept, so that a restart does not log everybody out. */
export function secrets(home) {
  const file = join(home, 'secrets.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const text = () => randomBytes(32).toString('base64url');
  const made = {
    auth: text(),
    razorpayKey: text(),
    razorpayWebhook: text(),
    twilioAccount: `AC${randomBytes(16).toString('hex')}`,
    twilioToken: randomBytes(16).toString('hex'),
    identityToken: `api_sandbox.${text()}`,
    identityWebhook: text(),
    google: text(),
    linkedin: text(),
    facebook: text(),
    files: text(),
    auditLog: text(),
    privacy: text(),
    ...known,
  };
  // An installation that is older than one of them gets it now and keeps the others.
  if (Object.keys(made).length > Object.keys(known).length) {
    mkdirSync(home, { recursive: true });
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  }
  return made;
}
