import { CONFIG, type Config } from '../../../config';
import type { Audience } from '@kernel/http/tokens';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

/** Access tokens with which somebody of staff looks with a member's eyes; they are never renewed. */
@Injectable()
export class ViewingTokens {
  private readonly jwt = new JwtService();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  issue(viewingId: string, accountId: string, by: string, seconds: number): string {
    const aud: readonly Audience[] = ['marketplace'];
    const claims = { sub: accountId, roles: [], sid: viewingId, by, aud };
    return this.jwt.sign(claims, { secret: this.config.AUTH_SECRET, expiresIn: seconds });
  }
}
