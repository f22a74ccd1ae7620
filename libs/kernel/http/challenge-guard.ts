import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from './access';
import { Challenges } from './challenges';
import type { Door } from './doors';

export const challenged = 'guildhall:challenged';

/** Guests who come in floods are asked for work before this route opens. */
export const Challenged = (door: Door) => SetMetadata(challenged, door);

/** After it is known who asks: whoever is signed in, or has a key, is known by that and never asked. */
@Injectable()
export class ChallengeGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly challenges: Challenges,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const door = this.reflector.get<Door | undefined>(challenged, execution.getHandler());
    if (!door) return true;
    const { user, ip: address, headers } = execution.switchToHttp().getRequest<Request>();
    const sent = headers['x-challenge-answer'];
    const answer = typeof sent === 'string' ? sent : undefined;
    if (!user) await this.challenges.admit({ door, address, answer });
    return true;
  }
}
