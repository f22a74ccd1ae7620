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
import { LRUCache } from 'lru-cache';
import { catchError, from, mergeMap, tap, throwError, type Observable } from 'rxjs';
import { LogStaffAction, type Seen } from './log-staff-action';

const consolePath = '/api/admin/';
const uuid = /^[0-9a-f-]{36}$/;
const againMs = 10 * 60_000;

/**
 * Logs what staff looks at and does, before the answer leaves: when it cannot be logged, nothing is
 * shown. What a guard refuses does not come this far; staff-refusals.ts logs that.
 */
@Injectable()
export class StaffWatch implements NestInterceptor {
  /** What a session looked at and was logged: a page that asks again by itself adds nothing for a while. */
  private readonly looks = new LRUCache<string, true>({ max: 20_000, ttl: againMs });

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
      from(this.as(request, () => new LogStaffAction(seen(request, needed, status))));
    const look = lookOf(request);
    return next.handle().pipe(
      mergeMap((answer: unknown) => {
        if (isAgain(request) && this.looks.has(look)) return [answer];
        return log(http.getResponse<FastifyReply>().statusCode).pipe(
          tap(() => this.looks.set(look, true)),
          mergeMap(() => [answer]),
        );
      }),
      catchError((error: unknown) =>
        log(statusOf(error)).pipe(mergeMap(() => throwError(() => error))),
      ),
    );
  }

  /** Who looks with the eyes of a member is logged, not the member. */
  private as({ user }: Request, command: () => LogStaffAction): Promise<void> {
    const by = user?.watchedBy;
    if (by === undefined) return this.commands.execute(command());
    const actor = { type: 'staff' as const, id: by, roles: [] };
    return this.context.run({ ...this.context.now, actor }, () => this.commands.execute(command()));
  }

  /** The right that is used, where it is one of staff. */
  private needed(execution: ExecutionContext): readonly [string, string] | null {
    if (execution.getType() !== 'http') return null;
    const { user, url } = execution.switchToHttp().getRequest<Request>();
    if (this.context.actor.type !== 'staff' && user?.watchedBy === undefined) return null;
    const targets = [execution.getHandler(), execution.getClass()];
    const needed = this.reflector.getAllAndOverride<[Action, Subject] | undefined>(
      requirement,
      targets,
    );
    if (needed && user?.watchedBy !== undefined) return ['view', needed[1]];
    return needed && (needed[0] === 'inspect' || url.startsWith(consolePath)) ? needed : null;
  }
}

export function seen(
  { method, url, ip, headers, body }: Pick<Request, 'method' | 'url' | 'ip' | 'headers' | 'body'>,
  [action, subject]: readonly [string, string],
  status: number,
): Seen {
  const { reason, ...named } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const header = headers['x-purpose'];
  const purpose = typeof header === 'string' ? plain(header) : reason;
  return {
    action,
    subject,
    method,
    path: `${withoutWords(url)}${aboutWhom(named)}`.slice(0, 500),
    status,
    address: ip,
    purpose: typeof purpose === 'string' ? purpose.slice(0, 300) : null,
  };
}

/** Whom a request is about where its address does not say. */
const aboutWhom = ({ accountId, id }: Readonly<Record<string, unknown>>): string => {
  const found = [accountId, id].find((one) => typeof one === 'string' && uuid.test(one));
  return typeof found === 'string' ? `#${found}` : '';
};

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

/** Only a look that was logged is left out, so that the mark hides nothing. */
const isAgain = ({ method, headers }: Request): boolean =>
  method === 'GET' && headers['x-again'] === '1';

const lookOf = ({ user, url }: Request): string =>
  [user?.id, user?.sessionId, user?.watchedBy, url].join(' ');
