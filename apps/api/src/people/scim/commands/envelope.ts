import { InvalidRequest } from '@kernel/http/schemas';
import type { DirectoryKey } from '@kernel/http/organisation';
import { Rejection } from '@kernel/reject';
import { problems } from '@wire/problems';
import { scimMediaType } from '@wire/scim-errors';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, concatMap, from, map, throwError, type Observable } from 'rxjs';
import { RequestLog } from '../adapters/request-log';

interface Tagged {
  readonly meta?: { readonly version?: string; readonly location?: string };
}
type Asked = FastifyRequest & { user?: Partial<DirectoryKey> };

/** Notes what a directory asked and what it was told; a resource goes out with its version and address. */
@Injectable()
export class Envelope implements NestInterceptor {
  constructor(private readonly log: RequestLog) {}

  intercept(
    execution: ExecutionContext,
    next: CallHandler<Tagged | undefined>,
  ): Observable<unknown> {
    const http = execution.switchToHttp();
    const [request, reply] = [http.getRequest<Asked>(), http.getResponse<FastifyReply>()];
    return next.handle().pipe(
      catchError((error: unknown) =>
        from(this.note(request, outcomeOf(error))).pipe(concatMap(() => throwError(() => error))),
      ),
      concatMap((body: Tagged | undefined) => {
        const { version, location } = body?.meta ?? {};
        if (body !== undefined) void reply.type(scimMediaType);
        if (version !== undefined) void reply.header('etag', version);
        if (location !== undefined && request.method === 'POST')
          void reply.header('location', location);
        const status = body === undefined ? 204 : request.method === 'POST' ? 201 : 200;
        return from(this.note(request, { status, code: null })).pipe(map(() => body));
      }),
    );
  }

  private async note(
    { user, method, url }: Asked,
    outcome: { status: number; code: string | null },
  ): Promise<void> {
    const organisationId = user?.organisationId;
    // A filter names people; what was asked of which resource is enough.
    const path = (url.split('?')[0] ?? '').replace('/scim/v2', '').slice(0, 120);
    if (organisationId !== undefined)
      await this.log.note({ organisationId, method, path, ...outcome });
  }
}

function outcomeOf(error: unknown): { status: number; code: string | null } {
  if (error instanceof Rejection) return { status: problems[error.code], code: error.code };
  if (error instanceof InvalidRequest) return { status: 400, code: 'request.invalid' };
  return { status: 500, code: 'server.failed' };
}
