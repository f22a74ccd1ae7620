import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Feed } from '@kernel/feed';
import { Timers } from '@kernel/timers';
import { minor, money } from '@money';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { generate } from 'otplib';
import { AppointStaff, ConfirmAccount, RegisterAccount, StepUp } from '../people/accounts';
import { BeginTotp, ConfirmTotp } from '../people/factors/commands/add-totp';
import { ImportList } from '../trust/screening';
import { ConfirmIdentity } from '../trust/verification';
import { ChangeMyProfile } from '../people/profiles/commands/change-my-profile';
import { brief } from './brief';
import { Cashier } from './cashier';
import { Desk } from './desk';
import { Chronicle, type Someone } from './chronicle';
import { Dice } from './dice';
import { ages, fates } from './fates';
import { GatewayPast } from './gateway-past';
import { Hiring } from './hiring';
import { approver, crowd, lookalike, officeHolder, seed, type Newcomer } from './people';
import { Partners } from './partners';
import { Partnership } from './partnership';
import { Quarrels } from './quarrels';

const people = 240;
const jobs = 160;
const days = 120;
/** Hashing passwords is what takes long. */
const atOnce = 8;
/** Fictional names in the formats of the authorities. */
const lists = [
  ['ofac', 'sdn.xml'],
  ['eu', 'eu.xml'],
  ['un', 'un.xml'],
  ['pep', 'peps.csv'],
] as const;
/** Mails and messages of the past were sent in the past. */
const past = ['mails', 'inbox', 'texts'];
/** So many days before today some contracts begin to quarrel. */
const quarrelling = 2.8;

interface Settled extends Someone {
  readonly newcomer: Newcomer;
}

/** The demo installation: a marketplace that has been at work for four months. */
@Injectable()
export class Demo {
  private readonly dice = new Dice(20_261_102);

  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly feed: Feed,
    private readonly timers: Timers,
    private readonly database: Database,
    private readonly stepUp: StepUp,
    private readonly cashier: Cashier,
    private readonly hiring: Hiring,
    private readonly quarrels: Quarrels,
    private readonly desk: Desk,
    private readonly partners: Partners,
    private readonly partnership: Partnership,
    private readonly past: GatewayPast,
  ) {}

  async exists(): Promise<boolean> {
    const rows = await this.database.query('select 1 from accounts limit 1');
    return rows.length > 0;
  }

  async build(): Promise<void> {
    const today = new Date();
    const start = new Date(today.getTime() - days * 86_400_000);
    this.clock.travelTo(start);
    for (const [source, file] of lists)
      await this.commands.execute(new ImportList(source, `apps/sandbox/lists/${file}`));
    const residents = await this.settle(crowd(this.dice, people));
    await this.welcome(lookalike);
    await this.welcome(officeHolder);
    const chronicle = new Chronicle(
      { clock: this.clock, context: this.context, feed: this.feed },
      start,
      past,
    );
    this.openJobs(chronicle, residents);
    const [first] = residents;
    const [second] = await this.welcome(approver);
    if (first)
      chronicle.on(days - quarrelling, first, () =>
        this.quarrels.begin(chronicle, this.hiring.standing, days - quarrelling + 0.1),
      );
    await chronicle.tell(days - 0.1);
    await this.timers.fireDue();
    await this.feed.drain(past);
    await this.payOut(residents);
    await this.feed.drain(past);
    await this.desk.lay(this.clock.now());
    await this.feed.drain(past);
    await this.partners.report(this.clock.now());
    if (first && second) await this.partnership.begin(first, second, approver.registration.email);
    this.clock.travelTo(today);
    await this.feed.drain(past);
    await this.past.tell();
  }

  private async settle(newcomers: Newcomer[]): Promise<Settled[]> {
    const settled: Settled[] = [];
    for (let next = 0; next < newcomers.length; next += atOnce) {
      const some = newcomers.slice(next, next + atOnce);
      settled.push(...(await Promise.all(some.map((one) => this.welcome(one)))).flat());
    }
    return settled;
  }

  /** Nobody for staff: they have accounts and do not trade. */
  private async welcome(newcomer: Newcomer): Promise<Settled[]> {
    const { registration, roles, phone, profile } = newcomer;
    const id = randomUUIDv7();
    await this.commands.execute(new RegisterAccount(registration, id));
    await this.commands.execute(new ConfirmAccount(id, phone));
    if (roles.includes('provider')) await this.prove(id, registration);
    const staff = roles.some((role) => role !== 'client' && role !== 'provider');
    if (staff) await this.appoint({ id, name: registration.name, roles });
    const someone = { id, name: registration.name, roles, newcomer };
    if (profile) await this.as(someone, () => this.commands.execute(new ChangeMyProfile(profile)));
    return staff ? [] : [someone];
  }

  /** With the authenticator app that the console asks for. */
  private async appoint({ id, roles }: Someone): Promise<void> {
    await this.commands.execute(new AppointStaff(id, roles));
    const { token: stepUp } = this.stepUp.issue(id, 'security');
    await this.context.run({ actor: { type: 'staff', id, roles }, stepUp }, async () => {
      await this.commands.execute(new BeginTotp(seed));
      await this.commands.execute(new ConfirmTotp(await generate({ secret: seed })));
    });
  }

  /** They were known before: nobody earns here and cannot be paid. */
  private prove(id: string, { name, country }: Newcomer['registration']): Promise<void> {
    const stated = { legalName: name, birthDate: '1988-03-14', country };
    return this.commands.execute(new ConfirmIdentity(id, stated));
  }

  private openJobs(chronicle: Chronicle, residents: Settled[]): void {
    const clients = residents.filter(({ roles }) => roles.includes('client'));
    const providers = residents.filter(({ roles }) => roles.includes('provider'));
    for (let index = 0; index < jobs; index += 1) {
      const fate = fates[index % fates.length] ?? 'open';
      const client =
        index % 20 === 3 ? (clients[0] ?? this.dice.pick(clients)) : this.dice.pick(clients);
      const job = brief(this.dice);
      const fitting = providers.filter(
        ({ id, newcomer }) => id !== client.id && newcomer.trade.category === job.category,
      );
      const [least, most] = ages[fate];
      const day = days - this.dice.whole(least, most) - this.dice.next();
      const chosen = this.dice.some(fitting, this.dice.whole(1, Math.min(4, fitting.length)));
      this.hiring.begin(chronicle, this.dice, { fate, day, client, providers: chosen, job });
    }
  }

  /** Whoever earned something takes most of it out: paid, failed, or waiting for finance. */
  private async payOut(residents: Settled[]): Promise<void> {
    const rows = await this.database.query<{ owner: string; balance: string }>(
      `select owner, balance from ledger.accounts
        where kind = 'wallet_available' and balance > 0 order by balance desc limit 30`,
    );
    for (const [index, { owner, balance }] of rows.entries()) {
      const provider = residents.find(({ id }) => id === owner);
      if (!provider?.roles.includes('provider')) continue;
      await this.as(provider, async () => {
        const bank = await this.cashier.bank(owner, provider.name, `50100${1_000_000 + index}1`);
        const most = money((BigInt(balance) * 8n) / 10n, 'INR');
        const small = minor(most) > 2_500_000n ? money(2_400_000, 'INR') : most;
        await this.cashier.payOut(
          index % 4 === 3 ? most : small,
          bank,
          index % 4 === 3 ? null : index % 9 !== 5,
        );
      });
    }
  }

  private as<Result>({ id, roles }: Someone, work: () => Promise<Result>): Promise<Result> {
    return this.context.run({ actor: { type: 'user', id, roles } }, work);
  }
}
