import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from './access';

export const deviceCookie = 'gh_device';

/** At what browser somebody sits, and from where. */
export interface Visitor {
  /** As a person would call it: `Chrome, Linux`. */
  readonly device: string;
  readonly address: string;
  /** What an earlier log-in left in this browser. */
  readonly token?: string | undefined;
}

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

function deviceOf(agent: string): string {
  const found = [browsers, systems].map((list) => list.find(([sign]) => agent.includes(sign))?.[1]);
  return found.filter(Boolean).join(', ') || agent.slice(0, 60) || '—';
}

/** Who asks, as far as a request tells. */
export const AtDevice = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { headers, ip, cookies } = context.switchToHttp().getRequest<Request>();
  const device = deviceOf(headers['user-agent'] ?? '');
  return { device, address: ip, token: cookies[deviceCookie] };
});

/** The page that sent the request, as the browser says. */
export const Origin = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<Request>().headers.origin;
});

/** Whether the browser says for its person that nothing may be sold or shared (Global Privacy Control). */
export const Signal = createParamDecorator((_: unknown, context: ExecutionContext): boolean => {
  return context.switchToHttp().getRequest<Request>().headers['sec-gpc'] === '1';
});
