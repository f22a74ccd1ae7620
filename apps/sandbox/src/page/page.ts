import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { html, trusted, type Markup } from './html';
import { tokens } from './tokens';

export interface Page {
  title: string;
  style: string;
  body: Markup;
  script?: string;
  /** Other origins that the page's forms may be sent to. */
  formTargets?: string[];
  /** Reload after so many seconds where scripts do not run. */
  refreshSeconds?: number;
  status?: number;
}

/** Sends a page that may load nothing but what this response itself names. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const targets = ["'self'", ...(page.formTargets ?? [])].join(' ');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    `form-action ${targets}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return reply
    .code(page.status ?? 200)
    .headers({
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'strict-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(render(page, nonce));
}

function render({ title, style, body, script, refreshSeconds }: Page, nonce: string): string {
  const refresh =
    refreshSeconds &&
    html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}" /></noscript>`;
  const document = html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        ${refresh}
        <style nonce="${nonce}">
          ${trusted(tokens + style)}
        </style>
      </head>
      <body>
        ${body}
        ${
          script &&
          html`<script nonce="${nonce}">
            ${trusted(script)};
          </script>`
        }
      </body>
    </html>`;
  return document.markup;
}

/** Only web addresses: a `javascript:` address in a form or a link would be a hole. */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? origin : undefined;
}

export function formatAmount(paise: number, currency: string): string {
  return new Intl.NumberFormat('en-IN', { style: 'currency', currency }).format(paise / 100);
}
