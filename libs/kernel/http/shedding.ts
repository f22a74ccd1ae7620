import type { FastifyInstance, FastifyRequest } from 'fastify';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Rejection } from '../reject';
import type { Edge } from './edge';

const retryAfterSeconds = 2;
const windowMs = 500;
/** So many windows in a row: one long collection of garbage is no overload. */
const lateWindows = 3;
/** Whoever watches over the process must still be answered when it is late. */
const always = /^\/(health|metrics)(\/|$)/;

/**
 * Under more than a process can carry, reads are turned away so that what changes something, money
 * first of all, still gets through. A read that is refused can be asked again by itself.
 */
export class Shedding {
  private underWay = 0;
  private late = 0;
  private readonly delay = monitorEventLoopDelay({ resolution: 10 });

  constructor(private readonly edge: Pick<Edge, 'maxDelayMs' | 'maxUnderWay'>) {}

  watch(server: FastifyInstance): void {
    this.delay.enable();
    const timer = setInterval(() => {
      const isLate = this.delay.percentile(90) / 1e6 > this.edge.maxDelayMs;
      this.late = isLate ? this.late + 1 : 0;
      this.delay.reset();
    }, windowMs).unref();
    server.addHook('onRequest', (request, reply, done) => {
      if (this.sheds(request)) {
        done(new Rejection('server.busy', { retryAfterSeconds }));
        return;
      }
      this.underWay += 1;
      // `close` comes once, also for a request whose sender went away.
      reply.raw.once('close', () => (this.underWay -= 1));
      done();
    });
    server.addHook('onClose', (_, done) => {
      clearInterval(timer);
      this.delay.disable();
      done();
    });
  }

  private sheds({ method, url }: FastifyRequest): boolean {
    if (!['GET', 'HEAD'].includes(method) || always.test(url)) return false;
    return this.underWay >= this.edge.maxUnderWay || this.late >= lateWindows;
  }
}
