import { problems, type Problem, type ProblemCode } from '@wire/problems';
import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import { RequestContext } from '../context';
import { DatabaseGone, isGone } from '../database';
import { Rejection } from '../reject';
import { InvalidRequest } from './schemas';

const retryAfterSeconds = 2;

/** A refusal in the words of a protocol that has its own. */
export interface Shaped {
  readonly mediaType: string;
  readonly body: object;
}

/** Goes into the configuration of a route: there even what never reaches it is refused in this shape. */
export interface Refusing {
  readonly refusedAs: (problem: Problem) => Shaped;
}

/** Turns every refusal into one shape: RFC 9457 with a code, a correlation id and field paths. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(private readonly context: RequestContext) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.describe(error);
    if (problem.status === 500) this.logger.error(error, problem.correlationId);
    if (problem.status === 503) void reply.header('retry-after', retryAfterSeconds);
    const wait = problem.facts?.['retryAfterSeconds'];
    if (typeof wait === 'number') void reply.header('retry-after', wait);
    void reply.header('x-correlation-id', problem.correlationId);
    const { mediaType, body } = shapeOf(http.getRequest<FastifyRequest>(), problem);
    void reply.status(problem.status).type(mediaType).send(body);
  }

  private describe(error: unknown): Problem {
    const { code, ...rest } = this.read(error);
    return {
      type: `/problems/${code}`,
      title: code,
      status: problems[code],
      code,
      correlationId: this.correlation(),
      ...rest,
    };
  }

  /** The framework refuses other sites before our first hook; such a request gets its id here. */
  private correlation(): string {
    const { correlation } = this.context.now;
    return correlation === 'none' ? randomUUIDv7() : correlation;
  }

  private read(error: unknown): Pick<Problem, 'errors' | 'facts'> & { code: ProblemCode } {
    if (error instanceof InvalidRequest) return { code: 'request.invalid', errors: error.issues };
    if (error instanceof Rejection) {
      const known = Object.keys(error.detail).length > 0;
      return { code: error.code, ...(known && { facts: error.detail }) };
    }
    if (error instanceof DatabaseGone || isGone(error)) return { code: 'server.database_gone' };
    if (error instanceof HttpException) return { code: ofStatus(error.getStatus()) };
    const { statusCode } = error as { statusCode?: number };
    return { code: statusCode ? ofStatus(statusCode) : 'server.failed' };
  }
}

function shapeOf({ routeOptions }: FastifyRequest, problem: Problem): Shaped {
  const config = routeOptions.config as Partial<Refusing> | undefined;
  return config?.refusedAs?.(problem) ?? { mediaType: 'application/problem+json', body: problem };
}

/** The framework's own refusals (unknown route, body too large, broken JSON) in our words. */
function ofStatus(status: number): ProblemCode {
  const known: Record<number, ProblemCode> = {
    400: 'request.invalid',
    401: 'request.unauthenticated',
    403: 'request.cross_site',
    404: 'request.not_found',
    413: 'request.too_large',
    415: 'request.unsupported_type',
    429: 'request.too_many',
    503: 'server.database_gone',
  };
  return known[status] ?? 'server.failed';
}
