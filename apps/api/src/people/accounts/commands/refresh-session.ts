import { about, Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import { reject } from '@kernel/reject';
import type { Viewer } from '@wire/accounts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Sessions } from '../adapters/sessions';
import { SignIn, type Opened } from './sign-in';

/** A new access token and the next refresh token. A used one ends the session and warns its owner. */
export class RefreshSession extends Command<WithCookies<Viewer>> {
  constructor(readonly token: string | undefined) {
    super();
  }
}

@CommandHandler(RefreshSession)
export class RefreshSessionHandler implements ICommandHandler<RefreshSession> {
  constructor(
    private readonly facts: Facts,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
  ) {}

  async execute({ token }: RefreshSession): Promise<WithCookies<Viewer>> {
    if (!token) return reject('accounts.session_ended');
    const opened = await this.facts.commit<Opened | undefined>(async (em, sql) => {
      const redeemed = await this.sessions.redeem(sql, token);
      if (redeemed.outcome === 'ended') return { told: [] };
      const { accountId } = redeemed;
      if (redeemed.outcome === 'reused') {
        const { sessionId } = redeemed;
        return { told: [about('account', accountId, 'RefreshReused', { accountId, sessionId })] };
      }
      const account = await em.findOneOrFail(Account, accountId);
      const { withFactor } = redeemed.session;
      const cookies = await this.sessions.cookies(sql, redeemed.session, account);
      return { told: [], answer: { accountId, withFactor, cookies } };
    });
    if (opened) return this.signIn.answer(opened);
    await this.sessions.refuseEnded();
    return reject('accounts.session_ended');
  }
}
