import {
  createParamDecorator,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Request } from './access';

/** A cookie that scripts cannot read. `maxAgeSeconds` 0 removes it. */
export interface HttpCookie {
  readonly name: string;
  readonly value: string;
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
          void reply.setCookie(name, value, {
            path,
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
