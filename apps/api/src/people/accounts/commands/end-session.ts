import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Sessions } from '../adapters/sessions';
import { StepUp } from '../adapters/step-up';

/** Logs out: the session of this request ends and its cookies go. */
export class LogOut extends Command<WithCookies<undefined>> {
  constructor(readonly refreshToken: string | undefined) {
    super();
  }
}

/**
 * Ends one of the actor's sessions, after a second look unless it is the one that asks: a thief must not
 * put the owner out. Rejects request.not_found when it is not theirs.
 */
export class EndSession extends Command<void> {
  constructor(readonly sessionId: string) {
    super();
  }
}

/** Ends every session of the actor's but the one that asks, after a second look. */
export class EndOtherSessions extends Command<void> {}

@CommandHandler(LogOut)
export class LogOutHandler implements ICommandHandler<LogOut> {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly context: RequestContext,
  ) {}

  /** The access token may have died before: the refresh token names the session too. */
  async execute({ refreshToken }: LogOut): Promise<WithCookies<undefined>> {
    const { actor, sessionId } = this.context.now;
    await this.database.transaction(async (sql) => {
      if (sessionId) await this.sessions.end(sql, actor.id, sessionId);
      else if (refreshToken) await this.sessions.endByToken(sql, refreshToken);
    });
    await this.sessions.refuseEnded();
    return { body: undefined, cookies: this.sessions.goodbye() };
  }
}

@CommandHandler(EndSession)
export class EndSessionHandler implements ICommandHandler<EndSession> {
  constructor(
    private readonly facts: Facts,
    private readonly sessions: Sessions,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  async execute({ sessionId }: EndSession): Promise<void> {
    const { actor, sessionId: own } = this.context.now;
    const { id: accountId } = actor;
    if (sessionId !== own) this.stepUp.require('security');
    await this.facts.commit(async (_, sql) => {
      const ended = await this.sessions.end(sql, accountId, sessionId);
      if (!ended) reject('request.not_found');
      return { told: [about('account', accountId, 'SessionEnded', { accountId, sessionId })] };
    });
    await this.sessions.refuseEnded();
  }
}

@CommandHandler(EndOtherSessions)
export class EndOtherSessionsHandler implements ICommandHandler<EndOtherSessions> {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<void> {
    this.stepUp.require('security');
    const { actor, sessionId = null } = this.context.now;
    await this.database.transaction((sql) => this.sessions.endOthers(sql, actor.id, sessionId));
    await this.sessions.refuseEnded();
  }
}
