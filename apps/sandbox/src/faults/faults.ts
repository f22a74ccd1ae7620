import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Shelf, Store } from '../core/store';

/** Something that goes wrong with the next calls to a provider. */
export interface Fault {
  id: string;
  method: string;
  /** Beginning of the path, such as `/razorpay/v1/payouts`. */
  path: string;
  /** `timeout` holds the socket and then cuts it; `slow` only answers late. */
  kind: 'timeout' | 'slow' | 'error';
  /** `before`: the call never arrives. `after`: it is carried out, the answer is lost. */
  when: 'before' | 'after';
  times: number;
  holdMs: number;
  status: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    fault: Fault | null;
  }
}

export class Faults {
  private readonly shelf: Shelf<Fault>;

  constructor(store: Store) {
    this.shelf = store.shelf<Fault>('fault');
  }

  add(fault: Omit<Fault, 'id'>): Fault {
    return this.shelf.put({ ...fault, id: randomUUID() });
  }

  list(): Fault[] {
    return this.shelf.list();
  }

  clear(): void {
    this.shelf.clear();
  }

  /** The oldest fault that fits this call; it wears off after its number of times. */
  take(method: string, url: string): Fault | null {
    const fits = (fault: Fault) => fault.method === method && url.startsWith(fault.path);
    const fault = this.shelf.list().reverse().find(fits);
    if (!fault) return null;
    if (fault.times > 1) this.shelf.put({ ...fault, times: fault.times - 1 });
    else this.shelf.remove(fault.id);
    return fault;
  }
}

export async function failBefore(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { fault } = request;
  if (fault?.when !== 'before') return;
  if (fault.kind === 'error') {
    await reply.code(fault.status).send(failure(fault.status));
    return;
  }
  await hold(request, fault.holdMs);
  if (fault.kind === 'timeout') cut(request, reply);
}

/** Answers what the caller gets instead of the real answer, after the call was carried out. */
export async function failAfter<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: T,
): Promise<T | object> {
  const { fault } = request;
  if (fault?.when !== 'after') return answer;
  if (fault.kind === 'error') {
    reply.code(fault.status);
    return failure(fault.status);
  }
  await hold(request, fault.holdMs);
  if (fault.kind === 'timeout') cut(request, reply);
  return answer;
}

/** Keeps the connection open without a byte, until the time is over or the caller hangs up. */
export function hold(request: FastifyRequest, ms: number): Promise<void> {
  const { socket } = request.raw;
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      socket.off('close', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    socket.once('close', end);
  });
}

function cut(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.destroy();
}

function failure(status: number): object {
  const isTooMany = status === 429;
  const error = {
    code: isTooMany ? 'BAD_REQUEST_ERROR' : 'SERVER_ERROR',
    description: isTooMany ? 'Too many requests' : 'We are facing some trouble completing this.',
    source: 'NA',
    step: 'NA',
    reason: 'NA',
    metadata: {},
  };
  return { error };
}
