import * as z from 'zod';

const url = z.url();
const perMinute = z.coerce.number().int().positive();
/** As browsers write one: scheme, host and, where it is unusual, the port. */
const origins = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .refine(
    (all) => all.every((one) => URL.canParse(one) && new URL(one).origin === one),
    'exact origins, without a path',
  );

const vault = z.string().optional();

/** Where other variables may come from: each has a `NAME_FILE` besides. They are read first of all. */
export const vaultVariables = {
  VAULT_ADDR: url
    .optional()
    .describe('A Vault whose secret (KV version 2) has the names of variables as its fields.')
    .meta({ example: 'https://vault.example.org' }),
  VAULT_TOKEN: vault.describe('Token for the Vault; or a role instead.').meta({ example: 'hvs.…' }),
  VAULT_ROLE_ID: vault.describe('Role of an AppRole.').meta({ example: 'guildhall-api' }),
  VAULT_SECRET_ID: vault.describe('Secret of that role.').meta({ example: '…' }),
  VAULT_NAMESPACE: vault.describe('Namespace of the Vault.').meta({ example: 'market' }),
  VAULT_MOUNT: vault.describe('Mount of the KV engine: `secret`.').meta({ example: 'secret' }),
  VAULT_PATH: vault.describe('Path of the secret: `guildhall`.').meta({ example: 'guildhall' }),
};

/** What stands between the installation and the rest of the network. */
export const edgeVariables = {
  TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .describe('Proxies whose X-Forwarded-For is believed: addresses and networks, with commas.')
    .meta({ example: 'loopback,10.1.0.0/24' }),
  TLS_CERT_FILE: z
    .string()
    .optional()
    .describe(
      'Certificate with its chain (PEM): API and page servers speak TLS with it by themselves.',
    )
    .meta({ example: '/etc/guildhall/tls/fullchain.pem' }),
  TLS_KEY_FILE: z
    .string()
    .optional()
    .describe('Its key. Both files are read again when they change.')
    .meta({ example: '/etc/guildhall/tls/privkey.pem' }),
  ALLOWED_ORIGINS: origins
    .describe('Other origins whose pages may use the API, without cookies; separated by spaces.')
    .meta({ example: 'https://partner.example.org' }),
  REQUESTS_PER_MINUTE: perMinute
    .default(1_200)
    .describe('Requests that one address may send in a minute.')
    .meta({ example: '1200' }),
  ACCOUNT_REQUESTS_PER_MINUTE: perMinute
    .default(2_400)
    .describe('Requests that one account may send in a minute, from all its devices.')
    .meta({ example: '2400' }),
  KEY_REQUESTS_PER_MINUTE: perMinute
    .default(600)
    .describe('Requests that one API key may send in a minute.')
    .meta({ example: '600' }),
  SOFT_LIMIT_FACTOR: z.coerce
    .number()
    .positive()
    .default(1)
    .describe('Multiplies how often guests may use a costly door before they are asked for work.')
    .meta({ example: '1' }),
  SHED_DELAY_MS: z.coerce
    .number()
    .positive()
    .default(500)
    .describe('From which delay of the event loop on reads are answered with 503.')
    .meta({ example: '500' }),
  SHED_UNDER_WAY: z.coerce
    .number()
    .int()
    .positive()
    .default(400)
    .describe('From how many requests under way in a process on reads are answered with 503.')
    .meta({ example: '400' }),
  CLAMAV_URL: url
    .optional()
    .describe('ClamAV over its own protocol; without it only the test virus is known.')
    .meta({ example: 'tcp://clamav:3310' }),
  DNS_SERVERS: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .describe(
      'Resolvers that domains of organisations are looked up at; those of the machine without.',
    )
    .meta({ example: '9.9.9.9 [2620:fe::fe]:53' }),
  OUTGOING_ALLOWED: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .describe(
      'Hosts and ports that webhooks and issuers may be at although they are inside; development only.',
    )
    .meta({ example: 'localhost:4400' }),
};
