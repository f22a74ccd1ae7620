import type { Sql } from '@eventstore/record';
import { about, Facts, type Told } from '@kernel/facts';
import type { HttpCookie, WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import type { FactorAsked, LoggedIn, Viewer } from '@wire/accounts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FactorsOf } from '../../factors';
import type { Account } from '../adapters/account';
import { KnownDevices } from '../adapters/known-devices';
import { Sessions } from '../adapters/sessions';
import { Tickets } from '../adapters/tickets';
import { seenIn } from '../domain/factor-missing';
import { ViewerOf } from '../queries/viewer-of';

export interface Opened {
  readonly accountId: string;
  readonly withFactor: boolean;
  readonly cookies: readonly HttpCookie[];
}

/** What every way in has in common: a second factor where there is one, a session, who it is. */
@Injectable()
export class SignIn {
  constructor(
    private readonly facts: Facts,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly tickets: Tickets,
    private readonly queries: QueryBus,
  ) {}

  /** After the first factor, whichever it was. Nobody gets past a second one that is set. */
  async enter(account: Account, visitor: Visitor): Promise<WithCookies<LoggedIn>> {
    const asked = await this.asked(account);
    if (asked.methods.length === 0) return this.open(account, visitor, false);
    const cookies = await this.facts.commit(async (_, sql) => ({
      told: [],
      answer: [await this.tickets.open(sql, account.id, visitor)],
    }));
    return { body: asked, cookies };
  }

  /** By what the second step may be done; no method when there is none to do. */
  async asked({ id, phone, phoneVerifiedAt }: Account): Promise<FactorAsked> {
    const methods = await this.queries.execute(new FactorsOf(id));
    const tail = phone && phoneVerifiedAt ? phone.slice(-2) : null;
    return { next: 'factor', methods, phone: methods.includes('sms') ? tail : null };
  }

  async open(
    account: Account,
    visitor: Visitor,
    withFactor: boolean,
  ): Promise<WithCookies<Viewer>> {
    const opened = await this.facts.commit(async (_, sql) => {
      const { told, ...answer } = await this.session(sql, account, { visitor, withFactor });
      return { told, answer };
    });
    return this.answer(opened);
  }

  /** A session for a device, in the caller's transaction. */
  async session(
    sql: Sql,
    account: Account,
    { visitor, withFactor }: { visitor: Visitor; withFactor: boolean },
  ): Promise<Opened & { told: Told[] }> {
    const session = await this.sessions.open(sql, account.id, visitor, withFactor);
    const { id: sessionId, isNew } = session;
    const cookies = [
      ...(await this.sessions.cookies(sql, session, account)),
      await this.devices.remember(sql, account.id, visitor),
    ];
    const fact = { accountId: account.id, sessionId };
    const told = isNew ? [about('account', account.id, 'NewDeviceSeen', fact)] : [];
    return { accountId: account.id, withFactor, cookies, told };
  }

  async answer({ accountId, withFactor, cookies }: Opened): Promise<WithCookies<Viewer>> {
    const viewer = await this.queries.execute(new ViewerOf(accountId));
    return { body: seenIn(viewer, withFactor), cookies };
  }
}
