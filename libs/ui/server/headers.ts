/** Where browsers say what a page wanted to run and was not let. */
const reportsPath = '/api/surface/reports';

export interface Origins {
  /** The payment page that a form may be sent to, if any. */
  readonly gatewayOrigin?: string | undefined;
  /** Where files live when they are not behind this origin. */
  readonly filesOrigin?: string | undefined;
}

/**
 * Scripts run only when this answer named them, or when one of those loaded them; where they come from
 * counts for nothing. Text becomes script nowhere but in Angular's own policies.
 */
export function pagePolicy(
  nonce: string,
  { gatewayOrigin = '', filesOrigin = '' }: Origins,
): string {
  const and = (sources: string, origin: string) => `${sources} ${origin}`.trim();
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    and("img-src 'self' data: blob:", filesOrigin),
    and("media-src 'self' blob:", filesOrigin),
    and("connect-src 'self' ws: wss:", filesOrigin),
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    and("form-action 'self'", gatewayOrigin),
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler angular#components guildhall#verifier guildhall#challenge',
    `report-uri ${reportsPath}`,
    'report-to reports',
  ].join('; ');
}

const unused = ['accelerometer', 'geolocation', 'gyroscope', 'magnetometer', 'payment', 'usb'];

/** The headers of every answer of a page server; a page has its policy besides. */
export const safety: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': [
    'camera=(self), microphone=(self), display-capture=(self)',
    ...unused.map((feature) => `${feature}=()`),
  ].join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'reporting-endpoints': `reports="${reportsPath}"`,
};

export const transport = 'max-age=31536000; includeSubDomains';

/** Preloaded modules are scripts, too: without the nonce the browser would not fetch them early. */
export const withNonce = (html: string, nonce: string): string =>
  html
    .replaceAll('__CSP_NONCE__', nonce)
    .replaceAll('<link rel="modulepreload"', `<link rel="modulepreload" nonce="${nonce}"`);
