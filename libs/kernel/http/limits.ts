import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { tap, type Observable } from 'rxjs';
import { Database } from '../database';
import { reject } from '../reject';
import type { Request } from './access';

interface Kind {
  readonly points: number;
  readonly seconds: number;
  /** Whose points are spent; the address of the caller where there is neither. */
  readonly by: 'account' | 'email' | 'ip';
  /** Success gives the point back: only failures count. */
  readonly refunded?: true;
}

const kinds = {
  login: { points: 10, seconds: 900, by: 'email', refunded: true },
  register: { points: 60, seconds: 3_600, by: 'ip' },
  // Codes have a lock of their own; this one stops a flood.
  verification: { points: 60, seconds: 900, by: 'email' },
  codes: { points: 10, seconds: 900, by: 'email' },
  proposals: { points: 10, seconds: 60, by: 'account' },
  uploads: { points: 120, seconds: 60, by: 'account' },
} as const satisfies Record<string, Kind>;

export type LimitKind = keyof typeof kinds;
const limit = 'guildhall:limit';

/** Refuses with 429 `request.too_many` and Retry-After when the caller did this too often. */
export const Limit = (kind: LimitKind) => SetMetadata(limit, kind);

/** Points of every limit. Kinds count in PostgreSQL for all processes, the global one in memory. */
@Injectable()
export class Limits {
  private readonly counters: Record<LimitKind, RateLimiterPostgres>;
  private readonly everything: RateLimiterMemory;

  constructor(database: Database, requestsPerMinute: number) {
    const storeClient = {
      query: async ({ text, values, name }: { text: string; values: unknown[]; name?: string }) => {
        const rows = await database.query(text, values, name);
        return { rows, rowCount: rows.length };
      },
    };
    const counter = (name: LimitKind) =>
      new RateLimiterPostgres({
        storeClient,
        storeType: 'client',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: name,
        points: kinds[name].points,
        duration: kinds[name].seconds,
      });
    const names = Object.keys(kinds) as LimitKind[];
    this.counters = Object.fromEntries(
      names.map((name) => [name, counter(name)]),
    ) as typeof this.counters;
    this.everything = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  }

  async spend(kind: LimitKind, key: string): Promise<void> {
    await this.counters[kind].consume(key).catch(refuse);
  }

  async refund(kind: LimitKind, key: string): Promise<void> {
    await this.counters[kind].reward(key);
  }

  /** One request of this address, whatever it is. */
  async admit(address: string): Promise<void> {
    await this.everything.consume(address).catch(refuse);
  }
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  return reject('request.too_many', { retryAfterSeconds: Math.ceil(reason.msBeforeNext / 1_000) });
}

/** The first guard: nobody sends more than the installation takes from one address. */
@Injectable()
export class AdmissionGuard implements CanActivate {
  constructor(private readonly limits: Limits) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType() === 'http')
      await this.limits.admit(execution.switchToHttp().getRequest<Request>().ip);
    return true;
  }
}

/** Spends the points of the route's `@Limit`. */
@Injectable()
export class LimitInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: Limits,
  ) {}

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = execution.switchToHttp().getRequest<Request | undefined>();
    const kind = this.reflector.get<LimitKind | undefined>(limit, execution.getHandler());
    if (!request || !kind) return next.handle();
    const rule: Kind = kinds[kind];
    const key = keyOf(rule, request);
    await this.limits.spend(kind, key);
    if (!rule.refunded) return next.handle();
    return next.handle().pipe(tap({ complete: () => void this.limits.refund(kind, key) }));
  }
}

function keyOf({ by }: Kind, { user, ip, body }: Request): string {
  const { email } = (body ?? {}) as { email?: unknown };
  if (by === 'email' && typeof email === 'string')
    return `${email.slice(0, 200).toLowerCase()} ${ip}`;
  return by !== 'ip' && user ? user.id : ip;
}
