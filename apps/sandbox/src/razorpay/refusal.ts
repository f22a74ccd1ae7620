import type { FastifyReply } from 'fastify';

interface Details {
  field?: string;
  reason?: string;
  step?: string;
  source?: string;
  metadata?: object;
}

/** A refusal in the shape that the Razorpay SDKs read. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    description: string,
    readonly details: Details = {},
  ) {
    super(description);
  }

  /** The name under which Fastify and the JSON API look for it. */
  get statusCode(): number {
    return this.status;
  }
}

export function badRequest(description: string, details: Details = {}): Refusal {
  return new Refusal(400, 'BAD_REQUEST_ERROR', description, details);
}

export function unknownId(): Refusal {
  return badRequest('The id provided does not exist', {
    reason: 'input_validation_failed',
    step: 'payment_initiation',
  });
}

export function sendRefusal(error: Error & { statusCode?: number }, reply: FastifyReply): void {
  const refusal = error instanceof Refusal ? error : unexpected(error);
  const { field, reason, step, source, metadata } = refusal.details;
  void reply.code(refusal.status).send({
    error: {
      code: refusal.code,
      description: refusal.message,
      source: source ?? 'business',
      step: step ?? 'payment_initiation',
      reason: reason ?? 'input_validation_failed',
      metadata: metadata ?? {},
      ...(field === undefined ? {} : { field }),
    },
  });
}

function unexpected(error: Error & { statusCode?: number }): Refusal {
  if (error.statusCode && error.statusCode < 500) return badRequest(error.message);
  return new Refusal(500, 'SERVER_ERROR', 'We are facing some trouble completing your request.');
}
