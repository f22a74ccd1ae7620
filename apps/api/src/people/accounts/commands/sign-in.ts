import type { Sql } from '@eventstore/record';
import { Entrances, type WayIn } from '@kernel/entrances';
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

/** How somebody showed who they are. */
export interface Way {
  readonly by: WayIn;
  /** Whose single sign-on it is. */
  readonly organisationId?: string;
  /** What was shown to that issuer, in the words of RFC 8176. */
  readonly amr?: readonly string[];
  /** A second factor was shown there, and is believed here. */
  readonly withFactor?: boolean;
}

export interface Opened {
  readonly accountId: string;
  readonly withFactor: boolean;
  readonly cookies: readonly HttpCookie[];
}

export interface Shown {
  readonly visitor: Visitor;
  readonly withFactor: boolean;
  readonly amr?: readonly string[];
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
    private readonly entrances: Entrances,
  ) {}

  /** After the first factor, whichever it was. Nobody gets past a second one that is set. */
  async enter(account: Account, visitor: Visitor, way: Way): Promise<WithCookies<LoggedIn>> {
    const { amr = [], withFactor = false } = way;
    await this.pass(account, way);
    const asked = await this.asked(account);
    if (withFactor || asked.methods.length === 0)
      return this.open(account, { visitor, withFactor, amr });
    const cookies = await this.facts.commit(async (_, sql) => ({
      told: [],
      answer: [await this.tickets.open(sql, account.id, { visitor, amr })],
    }));
    return { body: asked, cookies };
  }

  /** Rejects with the word of whoever does not let this account in this way. */
  pass({ id: accountId, email, roles }: Account, { by, organisationId }: Way): Promise<void> {
    const whose = organisationId === undefined ? {} : { organisationId };
    return this.entrances.pass({ accountId, email, roles, by, ...whose });
  }

  /** By what the second step may be done; no method when there is none to do. */
  async asked({ id, phone, phoneVerifiedAt }: Account): Promise<FactorAsked> {
    const methods = await this.queries.execute(new FactorsOf(id));
    const tail = phone && phoneVerifiedAt ? phone.slice(-2) : null;
    return { next: 'factor', methods, phone: methods.includes('sms') ? tail : null };
  }

  async open(account: Account, shown: Shown): Promise<WithCookies<Viewer>> {
    const opened = await this.facts.commit(async (_, sql) => {
      const { told, ...answer } = await this.session(sql, account, shown);
      return { told, answer };
    });
    return this.answer(opened);
  }

  /** A session for a device, in the caller's transaction. */
  async session(
    sql: Sql,
    account: Account,
    { visitor, withFactor, amr = [] }: Shown,
  ): Promise<Opened & { told: Told[] }> {
    const session = await this.sessions.open(sql, account.id, visitor, { withFactor, amr });
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
