import { RequestContext } from '@kernel/context';
import type { Request } from '@kernel/http/access';
import { requirement } from '@kernel/http/can';
import { Rejection } from '@kernel/reject';
import { problems } from '@wire/problems';
import type { Action, Subject } from '@wire/permissions';
import {
  HttpException,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { LogStaffAction, type Seen } from './log-staff-action';

const consolePath = '/api/admin/';

/**
 * Logs what staff looks at and does, before the answer leaves: when it cannot be logged, nothing is
 * shown. What a guard refuses does not come this far; staff-refusals.ts logs that.
 */
@Injectable()
export class StaffWatch implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly context: RequestContext,
    private readonly commands: CommandBus,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const needed = this.needed(execution);
    if (!needed) return next.handle();
    const http = execution.switchToHttp();
    const request = http.getRequest<Request>();
    const log = (status: number) =>
      from(this.commands.execute(new LogStaffAction(seen(request, needed, status))));
    return next.handle().pipe(
      mergeMap((answer: unknown) =>
        log(http.getResponse<FastifyReply>().statusCode).pipe(mergeMap(() => [answer])),
      ),
      catchError((error: unknown) =>
        log(statusOf(error)).pipe(mergeMap(() => throwError(() => error))),
      ),
    );
  }

  /** The right that is used, where it is one of staff. */
  private needed(execution: ExecutionContext): [Action, Subject] | null {
    if (execution.getType() !== 'http' || this.context.actor.type !== 'staff') return null;
    const targets = [execution.getHandler(), execution.getClass()];
    const needed = this.reflector.getAllAndOverride<[Action, Subject] | undefined>(
      requirement,
      targets,
    );
    const { url } = execution.switchToHttp().getRequest<Request>();
    return needed && (needed[0] === 'inspect' || url.startsWith(consolePath)) ? needed : null;
  }
}

export function seen(
  { method, url, ip, headers }: Pick<Request, 'method' | 'url' | 'ip' | 'headers'>,
  [action, subject]: readonly [string, string],
  status: number,
): Seen {
  const purpose = headers['x-purpose'];
  return {
    action,
    subject,
    method,
    path: withoutWords(url).slice(0, 500),
    status,
    address: ip,
    purpose: typeof purpose === 'string' ? plain(purpose).slice(0, 300) : null,
  };
}

/** What staff searched for is often somebody's name or address: the log says that, not what. */
const withoutWords = (url: string): string =>
  url.replace(/([?&](?:q|query|search|name|email|phone)=)[^&]+/g, '$1…');

function plain(purpose: string): string {
  try {
    return decodeURIComponent(purpose);
  } catch {
    return purpose;
  }
}

function statusOf(error: unknown): number {
  if (error instanceof Rejection) return problems[error.code];
  return error instanceof HttpException ? error.getStatus() : 500;
}
