import * as z from 'zod';
import { edgeVariables, vaultVariables } from './edge-variables';
import { checkProduction } from './production';
import { providerVariables } from './provider-variables';
import { screeningVariables } from './screening-variables';
import { gather, type Origin, type Origins } from './secrets';
import { storageVariables } from './storage-variables';
import { textVariables } from './text-variables';
import { isSecret } from './weak-secrets';
import { WrongConfiguration } from './wrong-configuration';

const port = z.coerce.number().int().min(1).max(65_535);
const url = z.url();
const secret = z.string().min(32);
const seed = z.string().regex(/^[A-Za-z0-9+/_-]{43}=?$/, '32 bytes in base64');

/** Every variable: what it is (describe) and an example (meta). docs/configuration.md is made from it. */
export const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('production')
    .describe('`production` refuses the sandbox.')
    .meta({ example: 'production' }),
  API_PORT: port.default(3000).describe('HTTP port of the API.').meta({ example: '3000' }),
  API_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address the API listens on.')
    .meta({ example: '0.0.0.0' }),
  DATABASE_URL: url
    .describe('PostgreSQL 15 or newer, as the role that may only append to the record.')
    .meta({ example: 'postgres://guildhall_app:…@db:5432/guildhall' }),
  DATABASE_OWNER_URL: url
    .optional()
    .describe('PostgreSQL as the owner; only migrations use it.')
    .meta({ example: 'postgres://guildhall:…@db:5432/guildhall' }),
  KURRENTDB_URL: z
    .string()
    .regex(/^(kurrentdb|esdb)(\+discover)?:\/\//)
    .optional()
    .describe('A KurrentDB that gets a copy of every event; without it there is none.')
    .meta({ example: 'kurrentdb://mirror:…@kurrent:2113?tls=true' }),
  REDIS_URL: url
    .optional()
    .describe('Job queues on Redis instead of PostgreSQL.')
    .meta({ example: 'redis://redis:6379' }),
  PUBLIC_URL: url
    .describe('Address of the marketplace, for links in mails.')
    .meta({ example: 'https://market.example.org' }),
  ADMIN_URL: url
    .describe('Address of the console, for links in staff mails.')
    .meta({ example: 'https://console.example.org' }),
  ALLOW_SANDBOX: z
    .stringbool()
    .default(false)
    .describe('Lets production start with provider addresses that point at the sandbox.')
    .meta({ example: 'false' }),
  AUTH_SECRET: secret
    .describe('Signs access tokens, at least 32 characters.')
    .meta({ example: 'openssl rand -base64 48' }),
  AUTH_PREVIOUS_SECRET: secret
    .optional()
    .describe('The secret before a rotation: what it signed goes on for as long as it is set.')
    .meta({ example: '…' }),
  RAZORPAY_URL: url
    .default('https://api.razorpay.com')
    .describe('Razorpay REST API.')
    .meta({ example: 'https://api.razorpay.com' }),
  RAZORPAY_KEY_ID: z.string().describe('Razorpay API key.').meta({ example: 'rzp_live_…' }),
  RAZORPAY_KEY_SECRET: z.string().describe('Razorpay API secret.').meta({ example: '…' }),
  RAZORPAY_WEBHOOK_SECRET: z
    .string()
    .describe('Signs the webhooks of Razorpay and RazorpayX.')
    .meta({ example: '…' }),
  RAZORPAYX_ACCOUNT: z
    .string()
    .describe('RazorpayX account that payouts leave from.')
    .meta({ example: '7878780080316316' }),
  SMTP_URL: z
    .string()
    .describe('Outgoing mail.')
    .meta({ example: 'smtps://user:pass@mail.example.org:465' }),
  MAIL_FROM: z
    .string()
    .describe('Sender of mails.')
    .meta({ example: 'Guildhall <no-reply@example.org>' }),
  ...textVariables,
  VERIFICATION_URL: url
    .default('https://api.eu.onfido.com')
    .describe('REST API of the provider of identity checks.')
    .meta({ example: 'https://api.eu.onfido.com' }),
  VERIFICATION_TOKEN: z.string().describe('Its API token.').meta({ example: 'api_live.…' }),
  VERIFICATION_WEBHOOK_SECRET: z.string().describe('Signs its webhooks.').meta({ example: '…' }),
  COMPANY_REGISTER_URL: url
    .default('https://api.opencorporates.com')
    .describe('REST API of the registers of companies, as OpenCorporates speaks it.')
    .meta({ example: 'https://api.opencorporates.com' }),
  COMPANY_REGISTER_TOKEN: z.string().optional().describe('Its token.').meta({ example: '…' }),
  ...providerVariables,
  ...screeningVariables,
  CITIES_FILE: z
    .string()
    .optional()
    .describe('Cities by address (MMDB: GeoLite2 City, DB-IP City Lite), read into memory.')
    .meta({ example: '/var/lib/guildhall/dbip-city-lite.mmdb' }),
  TIME_SOURCE_URL: url
    .optional()
    .describe('Moves business time; for demos and tests only.')
    .meta({ example: 'http://localhost:4400/clock' }),
  ...edgeVariables,
  ...vaultVariables,
  JOB_RETRY_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(2_000)
    .describe('First pause before a failed job is tried again; it doubles.')
    .meta({ example: '2000' }),
  ...storageVariables,
  FILES_SECRET: secret
    .describe('Signs the part and download links of the `fs` driver.')
    .meta({ example: 'openssl rand -base64 48' }),
  FILES_PREVIOUS_SECRET: secret
    .optional()
    .describe('The secret before a rotation: links under way work for as long as it is set.')
    .meta({ example: '…' }),
  AUDIT_SIGNING_KEY: seed
    .describe(
      'Signs the log and exports: 32 random bytes in base64. Keep it where the database is not.',
    )
    .meta({ example: 'openssl rand -base64 32' }),
  PRIVACY_KEY: seed
    .describe(
      'Wraps the keys of people: 32 random bytes in base64. Never in a backup of the database.',
    )
    .meta({ example: 'openssl rand -base64 32' }),
  PRIVACY_PREVIOUS_KEY: seed
    .optional()
    .describe('The key before a rotation; what it wraps is wrapped anew at the next start.')
    .meta({ example: '…' }),
  AUDIT_PREVIOUS_KEY: seed
    .optional()
    .describe('The key before a rotation: signs beside the new one for as long as it is set.')
    .meta({ example: '…' }),
  AUDIT_LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+]{1,120}$/)
    .default('guildhall.local/api/log')
    .describe('Name of the log in every checkpoint, for ever: its address without the scheme.')
    .meta({ example: 'market.example.org/api/log' }),
  AUDIT_WITNESSES: z
    .string()
    .default('')
    .describe('Verifier keys of outside witnesses, separated by spaces.')
    .meta({ example: 'auditor.example.org/w1+1a2b3c4d+BA…' }),
});

export interface Config extends z.infer<typeof variables> {
  /** Where each secret comes from; their values are none of anybody's business. */
  readonly secrets: readonly ({ readonly name: string } & Origin)[];
}

/** The secret of now, and the one before for as long as a rotation lasts. */
export const secretsOf = (now: string, before: string | undefined): string[] =>
  before === undefined ? [now] : [now, before];

/** The injection token of the validated configuration. */
export const CONFIG = Symbol('config');

/** What the process is told, by its environment, files and a Vault. Throws WrongConfiguration. */
export async function gatherConfig(): Promise<Config> {
  const { environment, origins } = await gather(process.env, Object.keys(variables.shape));
  return readConfig(environment, origins);
}

/** Checks what the process was told, once, at start. Throws WrongConfiguration. */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  origins: Origins = {},
): Config {
  const { data, error } = variables.safeParse(environment);
  if (error) {
    const lines = error.issues.map(({ path, message }) => {
      const name = String(path[0]) as keyof typeof variables.shape;
      const { example } = (variables.shape[name].meta() ?? {}) as { example?: string };
      return `${name}: ${message}. Example: ${name}=${example ?? '…'}`;
    });
    throw new WrongConfiguration(lines.join('\n'));
  }
  if (data.NODE_ENV === 'production') checkProduction(data, environment);
  const unknown: Origin = { source: 'environment', since: null, version: null };
  const secrets = Object.entries(data)
    .filter(([name]) => isSecret(name) && environment[name] !== undefined)
    .map(([name]) => ({ name, ...(origins[name] ?? unknown) }));
  return { ...data, secrets };
}
