/** Where the sandbox listens, what it keeps, and the keys it shares with the product. */
export interface Settings {
  host: string;
  port: number;
  smtpPort: number;
  /** Of the name server, over UDP. */
  dnsPort: number;
  /** File of the SQLite store, or `:memory:`. */
  store: string;
  razorpay: RazorpaySettings;
  twilio: TwilioSettings;
  identity: IdentitySettings;
  /** Of the marketplace. */
  publicUrl: string;
  /** Of the register of companies. */
  registerToken: string;
  issuers: Record<'google' | 'linkedin' | 'facebook' | 'directory', IssuerSettings>;
}

export interface RazorpaySettings {
  keyId: string;
  keySecret: string;
  webhookSecret: string;
  webhookTarget: string;
  payoutWebhookTarget: string;
  /** The RazorpayX current account that payouts leave from. */
  payoutAccount: string;
}

export interface TwilioSettings {
  accountSid: string;
  authToken: string;
  from: string;
  /** Where the number posts what people answer. */
  repliesTarget: string;
}

export interface IdentitySettings {
  token: string;
  webhookSecret: string;
  webhookTarget: string;
}

/** What the product is registered with at a provider that one logs in by. */
export interface IssuerSettings {
  clientId: string;
  clientSecret: string;
  /** One that ends with a slash stands for all below it. */
  redirectUri: string;
}

type Environment = Record<string, string | undefined>;

export function readSettings(env: Environment): Settings {
  return {
    host: env['SANDBOX_HOST'] ?? '127.0.0.1',
    port: port(env, 'SANDBOX_PORT', 4400),
    smtpPort: port(env, 'SANDBOX_SMTP_PORT', 4425),
    dnsPort: port(env, 'SANDBOX_DNS_PORT', port(env, 'SANDBOX_PORT', 4400)),
    store: env['SANDBOX_DB'] ?? '.data/sandbox.db',
    razorpay: readRazorpay(env),
    issuers: {
      google: readIssuer(env, 'google'),
      linkedin: readIssuer(env, 'linkedin'),
      facebook: readIssuer(env, 'facebook'),
      directory: readIssuer(env, 'directory', 'sso/'),
    },
    identity: {
      token: env['VERIFICATION_TOKEN'] ?? 'api_sandbox.identity-token',
      webhookSecret: env['VERIFICATION_WEBHOOK_SECRET'] ?? 'sandbox-identity-secret',
      webhookTarget:
        env['VERIFICATION_WEBHOOK_TARGET'] ??
        'http://localhost:3000/api/verification/webhooks/provider',
    },
    publicUrl: publicUrlIn(env),
    registerToken: env['COMPANY_REGISTER_TOKEN'] ?? 'sandbox-register-token',
    twilio: {
      accountSid: env['TWILIO_ACCOUNT_SID'] ?? 'AC00000000000000000000000000000000',
      authToken: env['TWILIO_AUTH_TOKEN'] ?? 'sandbox-twilio-token',
      from: env['TWILIO_FROM'] ?? '+15005550006',
      repliesTarget: env['TWILIO_REPLIES_TARGET'] ?? `${publicUrlIn(env)}/api/texts/replies`,
    },
  };
}

const publicUrlIn = (env: Environment): string => env['PUBLIC_URL'] ?? 'http://localhost:4200';

function readIssuer(env: Environment, name: string, page = name): IssuerSettings {
  const variable = name.toUpperCase();
  return {
    clientId: env[`${variable}_CLIENT_ID`] ?? `guildhall-${name}`,
    clientSecret: env[`${variable}_CLIENT_SECRET`] ?? `sandbox-${name}-secret`,
    redirectUri: `${publicUrlIn(env)}/login/${page}`,
  };
}

function readRazorpay(env: Environment): RazorpaySettings {
  const webhookTarget =
    env['RAZORPAY_WEBHOOK_TARGET'] ?? 'http://localhost:3000/api/payments/webhooks/razorpay';
  return {
    keyId: env['RAZORPAY_KEY_ID'] ?? 'rzp_test_guildhall',
    keySecret: env['RAZORPAY_KEY_SECRET'] ?? 'sandbox-razorpay-secret',
    webhookSecret: env['RAZORPAY_WEBHOOK_SECRET'] ?? 'sandbox-webhook-secret',
    webhookTarget,
    payoutWebhookTarget: env['RAZORPAYX_WEBHOOK_TARGET'] ?? webhookTarget,
    payoutAccount: env['RAZORPAYX_ACCOUNT'] ?? '2323230041626905',
  };
}

function port(env: Environment, name: string, otherwise: number): number {
  const text = env[name];
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value < 65_536) return value;
  throw new Error(`${name} must be a port number such as ${otherwise}, not "${text}".`);
}
