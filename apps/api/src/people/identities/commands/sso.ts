import { EnterAccount } from '../../accounts';
import { ConnectionOf, NoteUse, type Connection } from '../../sso';
import { Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import {
  unasked,
  type BeginSso as Asked,
  type Finished,
  type ProviderAnswer,
} from '@wire/identities';
import { Command, CommandBus, CommandHandler, QueryBus } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { link } from '../adapters/identity-rows';
import { OrganisationIssuers } from '../adapters/organisation-issuers';
import { Passage, passageCookie } from '../adapters/passage';
import { keyOf, type Profile } from '../adapters/provider';
import { SsoWelcome } from './sso-welcome';

/** Somebody leaves for the issuer of the organisation that their address belongs to. */
export class BeginSso extends Command<WithCookies<{ url: string }>> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** Somebody came back from the issuer of an organisation. */
export class FinishSso extends Command<WithCookies<Finished>> {
  constructor(
    readonly organisationId: string,
    readonly answer: ProviderAnswer,
    readonly token: string | undefined,
    readonly visitor: Visitor,
  ) {
    super();
  }
}

@CommandHandler(BeginSso)
export class BeginSsoHandler implements ICommandHandler<BeginSso> {
  constructor(
    private readonly queries: QueryBus,
    private readonly issuers: OrganisationIssuers,
    private readonly passage: Passage,
  ) {}

  async execute({ asked: { email, returnTo } }: BeginSso): Promise<WithCookies<{ url: string }>> {
    const connection = await this.queries.execute(new ConnectionOf({ email }));
    if (!connection) return reject('sso.not_here');
    const { url, ...checks } = await this.issuers.of(connection).leave(email);
    const provider = keyOf(connection.connectionId);
    const attempt = { provider, returnTo, ...checks, accountId: null, sessionId: null };
    return { body: { url: url.href }, cookies: [await this.passage.leave(attempt)] };
  }
}

interface Back {
  readonly connection: Connection;
  readonly profile: Profile;
  readonly returnTo: string;
  readonly visitor: Visitor;
}

@CommandHandler(FinishSso)
export class FinishSsoHandler implements ICommandHandler<FinishSso> {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    private readonly facts: Facts,
    private readonly issuers: OrganisationIssuers,
    private readonly passage: Passage,
    private readonly welcome: SsoWelcome,
  ) {}

  async execute(finish: FinishSso): Promise<WithCookies<Finished>> {
    const { organisationId, answer, token, visitor } = finish;
    const connection = await this.queries.execute(new ConnectionOf({ organisationId }));
    if (!connection) return reject('identities.attempt_ended');
    const attempt = await this.begun(connection, answer, token);
    const profile = await this.issuers.of(connection).finish(answer, attempt);
    const { returnTo } = attempt;
    const { body, cookies } = await this.goOn({ connection, profile, returnTo, visitor });
    return { body, cookies: [...cookies, this.passage.goodbye(passageCookie)] };
  }

  /** Where people may begin at their identity provider, nobody left from here. */
  private async begun(connection: Connection, answer: ProviderAnswer, token?: string) {
    if (connection.protocol !== 'saml' || answer.state !== unasked)
      return this.passage.back(token, keyOf(connection.connectionId), answer);
    if (!connection.unasked) return reject('sso.saml_not_asked');
    return { state: unasked, nonce: null, verifier: null, returnTo: '/' };
  }

  private async goOn({ connection, profile, returnTo, visitor }: Back) {
    const welcome = await this.welcome.of(connection, profile);
    if (welcome.next === 'arrive') {
      const cookies = [await this.passage.arrive(profile, returnTo)];
      return { body: { next: 'arrived' as const, returnTo }, cookies };
    }
    const { accountId } = welcome;
    if (welcome.link)
      await this.facts.commit(async (_, sql) => ({ told: await link(sql, accountId, profile) }));
    await this.commands.execute(new NoteUse(connection.connectionId));
    return this.enter(accountId, { connection, profile, returnTo, visitor });
  }

  /** The second factor is asked for here, unless one was shown there and the organisation trusts it. */
  private async enter(
    accountId: string,
    { connection, profile: { amr }, returnTo, visitor }: Back,
  ): Promise<WithCookies<Finished>> {
    const { organisationId, trustsFactor } = connection;
    const withFactor = trustsFactor && amr.includes('mfa');
    const way = { by: 'sso' as const, organisationId, amr, withFactor };
    const entered = await this.commands.execute(new EnterAccount(accountId, visitor, way));
    const body: Finished =
      'next' in entered.body
        ? { next: 'factor', returnTo }
        : { next: 'enter', returnTo, viewer: entered.body };
    return { body, cookies: entered.cookies };
  }
}
