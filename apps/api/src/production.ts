import { weaknesses } from './weak-secrets';
import { WrongConfiguration } from './wrong-configuration';

const providerUrls = [
  'RAZORPAY_URL',
  'TWILIO_URL',
  'VERIFICATION_URL',
  'COMPANY_REGISTER_URL',
  'GOOGLE_ISSUER',
  'LINKEDIN_ISSUER',
  'FACEBOOK_URL',
  'FACEBOOK_GRAPH_URL',
  'TIME_SOURCE_URL',
] as const;

type Told = Readonly<Partial<Record<(typeof providerUrls)[number], string | undefined>>> & {
  readonly PUBLIC_URL: string;
  readonly ADMIN_URL: string;
  readonly ALLOW_SANDBOX: boolean;
};

/** A demo may stand on the sandbox and on one host, but not on secrets that others know. */
export function checkProduction(told: Told, environment: NodeJS.ProcessEnv): void {
  const weak = weaknesses(told);
  if (weak.length > 0) throw new WrongConfiguration(weak.join('\n'));
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    throw new WrongConfiguration(
      'NODE_TLS_REJECT_UNAUTHORIZED=0 believes every certificate. Name a private authority with NODE_EXTRA_CA_CERTS.',
    );
  if (told.ALLOW_SANDBOX) return;
  const sandboxed = providerUrls.filter((name) =>
    /localhost|127\.0\.0\.1|:4400/.test(told[name] ?? ''),
  );
  if (sandboxed.length > 0)
    throw new WrongConfiguration(
      `${sandboxed.join(', ')} points at the sandbox, where no money is real. Set the provider's address, or ALLOW_SANDBOX=1 for a demo.`,
    );
  const [market, desk] = [told.PUBLIC_URL, told.ADMIN_URL].map((url) => new URL(url).hostname);
  if (market === desk)
    throw new WrongConfiguration(
      'ADMIN_URL has the host of PUBLIC_URL: browsers keep cookies by host, whatever the port. Give the console a host of its own.',
    );
}
