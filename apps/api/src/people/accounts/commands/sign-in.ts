import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import type { HttpCookie, WithCookies } from '@kernel/http/cookies';
import type { Viewer } from '@wire/accounts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Account } from '../adapters/account';
import { Sessions } from '../adapters/sessions';
import { ViewerOf } from '../queries/viewer-of';

export interface Opened {
  readonly accountId: string;
  readonly cookies: readonly HttpCookie[];
}

/** What log-in, verification and refresh have in common: a session, its cookies, who it is. */
@Injectable()
export class SignIn {
  constructor(
    private readonly sessions: Sessions,
    private readonly queries: QueryBus,
  ) {}

  /** A session for a device, in the caller's transaction. */
  async open(sql: Sql, account: Account, device: string): Promise<Opened & { told: Told[] }> {
    const { id: sessionId, isNew } = await this.sessions.open(sql, account.id, device);
    const cookies = await this.sessions.cookies(sql, sessionId, account);
    const fact = { accountId: account.id, sessionId };
    const told = isNew ? [about('account', account.id, 'NewDeviceSeen', fact)] : [];
    return { accountId: account.id, cookies, told };
  }

  async answer({ accountId, cookies }: Opened): Promise<WithCookies<Viewer>> {
    return { body: await this.queries.execute(new ViewerOf(accountId)), cookies };
  }
}
