import type { FastifyRequest } from 'fastify';
import { isSame } from '../core/ids';
import type { RazorpaySettings } from '../core/settings';
import { Refusal } from './refusal';

/** The gateway knows callers by HTTP basic auth: key id and key secret. */
export function requireKey(request: FastifyRequest, settings: RazorpaySettings): void {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  const given = scheme === 'Basic' && token ? Buffer.from(token, 'base64').toString() : '';
  if (isSame(given, `${settings.keyId}:${settings.keySecret}`)) return;
  throw new Refusal(401, 'BAD_REQUEST_ERROR', 'Authentication failed', {
    source: 'NA',
    step: 'NA',
    reason: 'NA',
  });
}
