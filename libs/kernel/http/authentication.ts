import { isStaffRole } from '@wire/duties';
import { marketRoles, permits, type Role } from '@wire/permissions';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-jwt';
import { looksLikeKey } from '../api-key';
import { RequestContext } from '../context';
import type { HeldKey, KeyRing } from '../key-ring';
import { reject } from '../reject';
import type { Standings } from '../standings';
import type { EndedSessions } from '../ended-sessions';
import type { Request, SignedIn } from './access';
import { beforeFactor, open } from './can';
import { audiences, isFor, secretOf, type Audience } from './tokens';

export const accessCookie = 'gh_access';

interface Claims {
  readonly sub: string;
  readonly roles: readonly Role[];
  readonly sid: string;
  readonly aud: readonly Audience[];
  /** A second factor was shown in this session. */
  readonly mfa?: boolean;
  /** Whoever of staff looks with this person's eyes. */
  readonly by?: string;
}

type KeyFound = (error: null, key: string) => void;

const bearerOf = ({ headers: { authorization } }: FastifyRequest): string | null =>
  authorization?.startsWith('Bearer ') ? authorization.slice(7) : null;

const tokenOf = (request: FastifyRequest): string | null =>
  bearerOf(request) ?? request.cookies[accessCookie] ?? null;

/** Reads the short-lived access token: from the cookie in browsers, as Bearer elsewhere. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    secrets: readonly string[],
    private readonly ended: EndedSessions,
  ) {
    super({
      jwtFromRequest: (request: unknown) => tokenOf(request as FastifyRequest),
      secretOrKeyProvider: (_: unknown, token: string, done: KeyFound) => {
        done(null, secretOf(token, secrets));
      },
      algorithms: ['HS256'],
      audience: [...audiences],
    });
  }

  /** Who logged out, was logged out or was robbed is nobody, however young the token is. */
  validate({
    sub,
    roles,
    sid,
    by,
    aud: audience,
    mfa: withFactor = false,
  }: Claims): SignedIn | false {
    if (this.ended.has(sid)) return false;
    const session = { id: sub, roles, sessionId: sid, withFactor, audience };
    return { ...session, ...(by !== undefined && { watchedBy: by }) };
  }
}

const isLook = (method: string): boolean => ['GET', 'HEAD'].includes(method);

/** Finds out who it is; a guest stays a guest. Whether that is enough is the route's business. */
@Injectable()
export class AuthenticationGuard extends AuthGuard('jwt') {
  constructor(
    private readonly context: RequestContext,
    private readonly standings: Standings,
    private readonly ring: KeyRing,
    private readonly reflector: Reflector,
  ) {
    super();
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    // A socket has no request of its own; its gateway reads the cookie of the handshake.
    if (execution.getType() !== 'http') return true;
    const request = execution.switchToHttp().getRequest<Request>();
    // Most requests are guests'; asking passport about nobody costs a stack trace each.
    if (tokenOf(request) === null) return true;
    // Never out of a cookie: a browser would send it along with whatever page asks.
    const bearer = bearerOf(request);
    if (bearer !== null && looksLikeKey(bearer)) return this.byKey(bearer, request, execution);
    await super.canActivate(execution);
    const { user, headers } = request;
    if (!user) return true;
    const standing = await this.standings.of(user);
    // A token outlives the account it was made for, or the right to look, or is another app's: then it is
    // nobody's.
    const isElsewhere = user.audience !== undefined && !isFor(user.audience, request.url);
    const isOver = !standing || isElsewhere || !(await this.mayStillLook(user));
    request.user = isOver ? undefined : { ...user, ...standing };
    if (isOver) return true;
    if (user.watchedBy !== undefined && !isLook(request.method)) reject('access.view_only');
    const { roles, rules, memberships } = standing;
    if (roles.some(isStaffRole) && !user.withFactor && !this.says(beforeFactor, execution))
      return this.holdUp(request, execution);
    const stepUp = headers['x-step-up'];
    this.context.become({
      actor: {
        type: roles.some(isStaffRole) ? 'staff' : 'user',
        id: user.id,
        roles,
        rules,
        ...(memberships && { memberships }),
        watchedBy: user.watchedBy,
      },
      sessionId: user.sessionId,
      withFactor: user.withFactor ?? false,
      stepUp: typeof stepUp === 'string' ? stepUp : undefined,
    });
    return true;
  }

  /**
   * A program acts for its owner, as a member and never as staff, and carries no second look. Where a
   * route is for everybody it is nobody: a scope would be passed by there.
   */
  private async byKey(
    token: string,
    request: Request,
    execution: ExecutionContext,
  ): Promise<boolean> {
    const key = await this.ring.open(token, request.ip);
    if (key.organisationId !== undefined) return this.byDirectory(key, key.organisationId, request);
    const { id: sessionId, accountId: id, serviceId, scopes } = key;
    const standing = await this.standings.of({ id, sessionId });
    if (!standing) reject('api_keys.invalid');
    if (this.says(open, execution)) return true;
    const roles = standing.roles.filter((role) => (marketRoles as readonly Role[]).includes(role));
    const via = serviceId === null ? `key:${sessionId}` : `service:${serviceId}`;
    request.user = { id, roles, sessionId, scopes };
    this.context.become({ actor: { type: 'user', id, roles, via } });
    return true;
  }

  /** A directory acts for its organisation, whatever became of the member who made its key. */
  private byDirectory(
    { id: sessionId, accountId: id, scopes }: HeldKey,
    organisationId: string,
    request: Request,
  ): boolean {
    const memberships = [{ orgId: organisationId, role: 'admin' as const }];
    request.user = { id, roles: [], sessionId, scopes, memberships, organisationId };
    this.context.become({ actor: { type: 'user', id, roles: [], via: `scim:${sessionId}` } });
    return true;
  }

  /** Staff without a second factor is nobody where a route is for everybody, and refused elsewhere. */
  private holdUp(request: Request, execution: ExecutionContext): boolean {
    request.user = undefined;
    return this.says(open, execution) || reject('accounts.factor_missing');
  }

  private says(what: string, execution: ExecutionContext): boolean {
    const targets = [execution.getHandler(), execution.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(what, targets) ?? false;
  }

  private async mayStillLook({ watchedBy: id }: SignedIn): Promise<boolean> {
    if (id === undefined) return true;
    const roles = (await this.standings.of({ id, sessionId: '' }))?.roles ?? [];
    return permits({ id, roles }, 'view', 'Account');
  }

  override handleRequest<User>(_: unknown, user: User | false): User {
    return (user === false ? undefined : user) as User;
  }
}
