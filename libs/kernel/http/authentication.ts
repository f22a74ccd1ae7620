import { staffRoles, type Role } from '@wire/permissions';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-jwt';
import { RequestContext } from '../context';
import type { Request, SignedIn } from './access';

export const accessCookie = 'gh_access';

interface Claims {
  readonly sub: string;
  readonly roles: readonly Role[];
  readonly sid: string;
}

function tokenOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Bearer ')) return authorization.slice(7);
  return request.cookies[accessCookie] ?? null;
}

/** Reads the short-lived access token: from the cookie in browsers, as Bearer elsewhere. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(secret: string) {
    super({
      jwtFromRequest: (request: unknown) => tokenOf(request as FastifyRequest),
      secretOrKey: secret,
      algorithms: ['HS256'],
    });
  }

  validate({ sub, roles, sid }: Claims): SignedIn {
    return { id: sub, roles, sessionId: sid };
  }
}

const isStaff = (roles: readonly Role[]): boolean =>
  roles.some((role) => (staffRoles as readonly Role[]).includes(role));

/** Finds out who it is; a guest stays a guest. Whether that is enough is the route's business. */
@Injectable()
export class AuthenticationGuard extends AuthGuard('jwt') {
  constructor(private readonly context: RequestContext) {
    super();
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    // A socket has no request of its own; its gateway reads the cookie of the handshake.
    if (execution.getType() !== 'http') return true;
    const request = execution.switchToHttp().getRequest<Request>();
    // Most requests are guests'; asking passport about nobody costs a stack trace each.
    if (tokenOf(request) === null) return true;
    await super.canActivate(execution);
    const { user, headers } = request;
    const stepUp = headers['x-step-up'];
    if (user) {
      this.context.become({
        actor: { type: isStaff(user.roles) ? 'staff' : 'user', id: user.id, roles: user.roles },
        sessionId: user.sessionId,
        stepUp: typeof stepUp === 'string' ? stepUp : undefined,
      });
    }
    return true;
  }

  override handleRequest<User>(_: unknown, user: User | false): User {
    return (user === false ? undefined : user) as User;
  }
}
