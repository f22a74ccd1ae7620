import {
  createParamDecorator,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Request } from './access';

/** A browser takes a name that begins so over https alone, from this very host, for the whole of it. */
const prefix = '__Host-';

/** The name under which a cookie travels. */
export const nameOf = (name: string, secure: boolean): string => (secure ? prefix + name : name);

/** Over https a cookie without the prefix is not ours: a neighbouring host may have set it. */
export function trustPrefixed(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _, done) => {
    const ours = Object.entries(request.cookies).filter(([name]) => name.startsWith(prefix));
    request.cookies = Object.fromEntries(
      ours.map(([name, value]) => [name.slice(prefix.length), value]),
    );
    done();
  });
}

/** A cookie that scripts cannot read. `maxAgeSeconds` 0 removes it. */
export interface HttpCookie {
  readonly name: string;
  readonly value: string;
  /** Over http; over https the prefix asks for all of the host. */
  readonly path: string;
  readonly maxAgeSeconds: number;
  readonly secure: boolean;
}

/** What a command answers that also sets cookies; only `body` is sent. */
export interface WithCookies<Body> {
  readonly body: Body;
  readonly cookies: readonly HttpCookie[];
}

@Injectable()
class CookieInterceptor implements NestInterceptor<WithCookies<unknown>> {
  intercept(
    execution: ExecutionContext,
    next: CallHandler<WithCookies<unknown>>,
  ): Observable<unknown> {
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ body, cookies }) => {
        for (const { name, value, path, maxAgeSeconds: maxAge, secure } of cookies)
          void reply.setCookie(nameOf(name, secure), value, {
            path: secure ? '/' : path,
            maxAge,
            secure,
            httpOnly: true,
            sameSite: 'lax',
          });
        return body;
      }),
    );
  }
}

/** The route answers `WithCookies`. */
export const SetsCookies = () => UseInterceptors(CookieInterceptor);

/** A cookie of the request, or undefined. */
export const Cookie = createParamDecorator((name: string, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<Request>().cookies[name];
});
