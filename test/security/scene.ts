import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Caller, password, type Answer } from '../faults/caller';
import { MoneyJourney } from '../faults/money-journey';
import { Outside } from '../faults/outside';
import type { OwnStack } from '../faults/own-stack';
import { stack } from '../journeys/stack';
import { weakTarget } from './weak';

export { Caller, password, stack, type Answer };

/** Two who trade, somebody who has nothing to do with it, and a target where everything works. */
export interface Scene {
  readonly journey: MoneyJourney;
  readonly client: Caller;
  readonly provider: Caller;
  readonly stranger: Caller;
  readonly outside: Outside;
  readonly weak: string;
}

/** The owner's look into the tables. */
export async function rows<Row extends object>(sql: string, values: unknown[] = []) {
  const client = new Client({ connectionString: stack.database });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const reached = { api: stack.api, sandbox: stack.sandbox, rows } as unknown as OwnStack;

export const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

let made: Promise<Scene> | undefined;
/** Made once for all files that run in one process. */
export const scene = (): Promise<Scene> => (made ??= make());

/** How often a place may register is tried elsewhere; here it would end the suite after an hour's worth. */
export const forgive = () => rows('delete from rate_limits');

async function make(): Promise<Scene> {
  await forgive();
  const name = randomUUID().slice(0, 8);
  const journey = new MoneyJourney(reached, name);
  await journey.agree(2);
  await journey.fund();
  await journey.milestoneIs('funded');
  const stranger = new Caller(stack.api, `stranger.${name}@faults.test`);
  await journey.enter(stranger, 'Stran Ger', ['client', 'provider']);
  const { client, provider } = journey;
  const outside = new Outside(stack.sandbox);
  return { journey, client, provider, stranger, outside, weak: await weakTarget() };
}

/** Somebody else with an account and a session, whose name is what the test says. */
export async function newcomer(name = 'New Comer'): Promise<Caller> {
  const { journey } = await scene();
  await forgive();
  const who = new Caller(stack.api, `${randomUUID().slice(0, 12)}@faults.test`);
  await journey.enter(who, name, ['client', 'provider']);
  return who;
}

/** A code by mail, in exchange for what a risky request carries. */
export async function secondLook(who: Caller, purpose: string): Promise<Record<string, string>> {
  const { outside } = await scene();
  const known = (await outside.mailsTo(who.email)).map(({ id }) => id);
  await who.insist('POST', '/api/accounts/step-up', { purpose });
  const code = await outside.codeFor(who.email, known);
  const { body } = await who.insist('POST', '/api/accounts/step-up/verify', { purpose, code });
  return { 'x-step-up': String(body['token']) };
}
