import type { FastifyError, FastifyReply } from 'fastify';

/** A refusal of the JSON API, told as RFC 9457 says. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function problem(status: number, code: string, message: string): Problem {
  return new Problem(status, code, message);
}

export function notFound(what: string): Problem {
  return problem(404, 'sandbox.not_found', `There is no such ${what}.`);
}

export function sendProblem(error: FastifyError | Problem, reply: FastifyReply): FastifyReply {
  const status = error instanceof Problem ? error.status : (error.statusCode ?? 500);
  const code = error instanceof Problem ? error.code : codeOf(status);
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: titleOf(status), status, code, detail: error.message });
}

function codeOf(status: number): string {
  return status < 500 ? 'sandbox.bad_request' : 'sandbox.broken';
}

function titleOf(status: number): string {
  if (status === 404) return 'Not found';
  return status < 500 ? 'Bad request' : 'The sandbox failed';
}
