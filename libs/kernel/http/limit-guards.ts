import {
  Injectable,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { tap, type Observable } from 'rxjs';
import type { Request } from './access';
import { limitKinds, type LimitKind, type LimitRule } from './limit-kinds';
import { limit, Limits } from './limits';

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

/** After it is known who asks: nobody sends more than one account may, from however many places. */
@Injectable()
export class AccountAdmissionGuard implements CanActivate {
  constructor(private readonly limits: Limits) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType() !== 'http') return true;
    const { user, ip } = execution.switchToHttp().getRequest<Request>();
    if (user?.scopes) await this.limits.admitKey(user.sessionId, user.id, ip);
    // A directory is nobody's program: it does not use up what a member may.
    if (user && user.organisationId === undefined) await this.limits.admitAccount(user.id, ip);
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
    const rule: LimitRule = limitKinds[kind];
    const key = keyOf(rule, request);
    await this.limits.spend(kind, { key, address: request.ip, accountId: request.user?.id });
    if (!rule.refunded) return next.handle();
    return next.handle().pipe(tap({ complete: () => void this.limits.refund(kind, { key }) }));
  }
}

function keyOf({ by }: LimitRule, { user, ip, body }: Request): string {
  const { email } = (body ?? {}) as { email?: unknown };
  if (by === 'email' && typeof email === 'string')
    return `${email.slice(0, 200).toLowerCase()} ${ip}`;
  return by !== 'ip' && user ? user.id : ip;
}
