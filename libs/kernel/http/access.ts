import {
  permits,
  type Action,
  type Membership,
  type Role,
  type Rule,
  type Subject,
} from '@wire/permissions';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { reject } from '../reject';
import { hidden, open, requirement } from './can';
import type { Audience } from './tokens';

/** Who the access token is about, and what that person may be now. */
export interface SignedIn {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly sessionId: string;
  /** The apps that the token was made for; keys have none. */
  readonly audience?: readonly Audience[];
  /** Somebody showed a second factor in this session. */
  readonly withFactor?: boolean;
  /** Somebody of staff looks with this person's eyes, and only looks. */
  readonly watchedBy?: string | undefined;
  /** What was opened for this person for a while. */
  readonly rules?: readonly Rule[];
  readonly memberships?: readonly Membership[];
  /** A key may no more than its scopes. */
  readonly scopes?: readonly string[];
  /** Whose directory the key belongs to. */
  readonly organisationId?: string;
}

export type Request = FastifyRequest & { user?: SignedIn | undefined };

/** Role on the route; ownership is decided where the state is known. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(open, targets)) return true;
    const needed = this.reflector.getAllAndOverride<[Action, Subject] | undefined>(
      requirement,
      targets,
    );
    const { user } = context.switchToHttp().getRequest<Request>();
    if (needed && permits(user ?? null, ...needed)) return true;
    if (this.reflector.getAllAndOverride<boolean>(hidden, targets))
      return reject('request.not_found');
    return reject(user ? 'request.forbidden' : 'request.unauthenticated', {
      permission: needed?.join(' '),
    });
  }
}
