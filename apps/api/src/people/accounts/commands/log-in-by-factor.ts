import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import type { FactorAsked, Viewer } from '@wire/accounts';
import type { Ceremony, Proof } from '@wire/factors';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AskPasskey } from '../../factors';
import { Account } from '../adapters/account';
import { KnownDevices } from '../adapters/known-devices';
import { Tickets, type Ticket } from '../adapters/tickets';
import { isStrong } from '../domain/factor-missing';
import { CodeSender } from './code-sender';
import { Proofs } from './proofs';
import { refuseAnswer } from './refuse-answer';
import type { Accepted } from './register-account';
import { SignIn, type Opened, type Shown } from './sign-in';

const purpose = 'login_factor';
/** So often one may mistype at one's own browser. */
const ownSlips = 2;

/** By what the second step of this log-in may be done. Rejects accounts.ticket_ended. */
export class AskLogInFactor extends Command<FactorAsked> {
  constructor(readonly ticket: string | undefined) {
    super();
  }
}

/** A code to the phone of who has this ticket. */
export class AskLogInCode extends Command<Accepted> {
  constructor(readonly ticket: string | undefined) {
    super();
  }
}

/** A challenge for a passkey of who has this ticket. */
export class AskLogInPasskey extends Command<Ceremony> {
  constructor(
    readonly ticket: string | undefined,
    readonly origin: string | undefined,
  ) {
    super();
  }
}

/** The second step: signs in with a new session, and the ticket is used up. */
export class LogInByFactor extends Command<WithCookies<Viewer>> {
  constructor(
    readonly ticket: string | undefined,
    readonly proof: Proof,
    readonly visitor: Visitor,
  ) {
    super();
  }
}

interface Halfway {
  readonly account: Account;
  readonly ticket: Ticket;
  readonly token: string;
}

/** Whose log-in is half done. */
@Injectable()
export class Halfways {
  constructor(
    private readonly entities: EntityManager,
    private readonly database: Database,
    private readonly tickets: Tickets,
  ) {}

  async of(token = ''): Promise<Halfway> {
    const ticket = await this.tickets.find(this.database, token);
    const account = ticket && (await this.entities.fork().findOne(Account, ticket.accountId));
    return account ? { account, ticket, token } : reject('accounts.ticket_ended');
  }
}

@CommandHandler(AskLogInFactor)
export class AskLogInFactorHandler implements ICommandHandler<AskLogInFactor> {
  constructor(
    private readonly halfways: Halfways,
    private readonly signIn: SignIn,
  ) {}

  async execute({ ticket }: AskLogInFactor): Promise<FactorAsked> {
    return this.signIn.asked((await this.halfways.of(ticket)).account);
  }
}

@CommandHandler(AskLogInCode)
export class AskLogInCodeHandler implements ICommandHandler<AskLogInCode> {
  constructor(
    private readonly halfways: Halfways,
    private readonly signIn: SignIn,
    private readonly sender: CodeSender,
  ) {}

  async execute({ ticket }: AskLogInCode): Promise<Accepted> {
    const { account } = await this.halfways.of(ticket);
    const { methods } = await this.signIn.asked(account);
    if (!methods.includes('sms') || !account.phone) reject('accounts.phone_missing');
    return this.sender.send({ account, purpose, target: account.phone, channel: 'sms' });
  }
}

@CommandHandler(AskLogInPasskey)
export class AskLogInPasskeyHandler implements ICommandHandler<AskLogInPasskey> {
  constructor(
    private readonly halfways: Halfways,
    private readonly commands: CommandBus,
  ) {}

  async execute({ ticket: token, origin }: AskLogInPasskey): Promise<Ceremony> {
    const { account, ticket } = await this.halfways.of(token);
    return this.commands.execute(new AskPasskey(account.id, ticket.binding, origin));
  }
}

@CommandHandler(LogInByFactor)
export class LogInByFactorHandler implements ICommandHandler<LogInByFactor> {
  constructor(
    private readonly halfways: Halfways,
    private readonly facts: Facts,
    private readonly tickets: Tickets,
    private readonly devices: KnownDevices,
    private readonly proofs: Proofs,
    private readonly signIn: SignIn,
  ) {}

  async execute({ ticket: token, proof, visitor }: LogInByFactor): Promise<WithCookies<Viewer>> {
    const halfway = await this.halfways.of(token);
    const { account, ticket } = halfway;
    const { methods } = await this.signIn.asked(account);
    const asking = { accountId: account.id, methods, binding: ticket.binding, purpose };
    const shown = await this.proofs.shown(proof, asking);
    if (shown.outcome !== 'right') {
      await this.refused(halfway, visitor);
      return refuseAnswer(shown, 'accounts.code_invalid');
    }
    const withFactor = isStrong(proof.method);
    return this.signIn.answer(await this.open(halfway, { visitor, withFactor, amr: ticket.amr }));
  }

  /** Somebody knows the first factor. A slip of the owner, at a browser of theirs, is worth no mail. */
  private async refused({ account: { id: accountId }, token }: Halfway, visitor: Visitor) {
    await this.facts.commit(async (_, sql) => {
      const refusals = await this.tickets.refuse(sql, token);
      const alarming = (await this.devices.knows(sql, accountId, visitor)) ? ownSlips + 1 : 1;
      if (refusals !== alarming) return { told: [] };
      return { told: [about('account', accountId, 'SecondFactorRefused', { accountId })] };
    });
  }

  private open({ account, token }: Halfway, shown: Shown): Promise<Opened> {
    return this.facts.commit(async (_, sql) => {
      if (!(await this.tickets.use(sql, token))) reject('accounts.ticket_ended');
      const { told, ...opened } = await this.signIn.session(sql, account, shown);
      return { told, answer: { ...opened, cookies: [...opened.cookies, this.tickets.goodbye()] } };
    });
  }
}
