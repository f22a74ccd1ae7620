import type { RegisterAccount as Registration } from '@wire/accounts';
import type { Role } from '@wire/permissions';
import type { ChangeProfile } from '@wire/profiles';
import { money } from '@money';
import { base, de, en, en_IN, es, Faker, fr } from '@faker-js/faker';
import type { Dice } from './dice';
import { trades, type Trade } from './trades';

export const password = 'guildhall-demo-1';
/** Of every authenticator app of staff; the README lists it, the sandbox shows its codes. */
export const seed = 'GUILDHALLDEMOSTAFFSECONDFACTOR22';
const host = 'demo.guildhall.local';

export interface Newcomer {
  readonly registration: Registration;
  readonly roles: readonly Role[];
  readonly phone: string;
  readonly trade: Trade;
  readonly profile: ChangeProfile | null;
}

const homes = [
  { country: 'IN', timeZone: 'Asia/Kolkata', locale: [en_IN, en, base] },
  { country: 'IN', timeZone: 'Asia/Kolkata', locale: [en_IN, en, base] },
  { country: 'IN', timeZone: 'Asia/Kolkata', locale: [en_IN, en, base] },
  { country: 'DE', timeZone: 'Europe/Berlin', locale: [de, en, base] },
  { country: 'FR', timeZone: 'Europe/Paris', locale: [fr, en, base] },
  { country: 'ES', timeZone: 'Europe/Madrid', locale: [es, en, base] },
  { country: 'GB', timeZone: 'Europe/London', locale: [en, base] },
] as const;

type Known = [
  handle: string,
  name: string,
  roles: readonly Role[],
  country?: string,
  zone?: string,
  locale?: 'en' | 'ar',
];

/** The log-ins that the README lists. */
const known: readonly Known[] = [
  ['client', 'Asha Raman', ['client']],
  ['provider', 'Laila Hassan', ['provider'], 'EG', 'Africa/Cairo', 'ar'],
  ['providerb', 'Benno Falk', ['provider'], 'DE', 'Europe/Berlin'],
  ['providerc', 'Carmen Ibarra', ['provider'], 'ES', 'Europe/Madrid'],
  ['support', 'Sam Oduya', ['support']],
  ['mediator', 'Mira Sen', ['mediator']],
  ['mediator.second', 'Ines Rocha', ['mediator']],
  ['mediator.lead', 'Lena Ortiz', ['mediator_lead']],
  ['mediator.lead.second', 'Paul Adeyemi', ['mediator_lead']],
  ['finance.maker', 'Meera Joshi', ['finance_maker']],
  ['finance.checker', 'Chandan Pillai', ['finance_checker']],
  ['compliance', 'Kavya Menon', ['compliance']],
  ['compliance.second', 'Miriam Osei', ['compliance']],
  ['auditor', 'Arvid Lindqvist', ['auditor']],
  ['superadmin', 'Sofia Marchetti', ['superadmin']],
];

const web = trades[0] as Trade;

function knownPeople(dice: Dice): Newcomer[] {
  return known.map(
    ([handle, name, roles, country = 'IN', timeZone = 'Asia/Kolkata', locale = 'en'], index) => ({
      registration: {
        email: `${handle}@${host}`,
        password,
        name,
        roles: roles.includes('client') ? ['client'] : ['provider'],
        country,
        timeZone,
        locale,
      },
      roles,
      phone: `+9198765000${String(index).padStart(2, '0')}`,
      trade: web,
      profile: roles.includes('provider') ? profileOf(dice, web, ['arabic']) : null,
    }),
  );
}

/** Somebody whose name is much like one on the fictional lists: what the desk of risk is about. */
export const lookalike: Newcomer = {
  registration: {
    email: `lookalike@${host}`,
    password,
    name: 'Tihomir Veldranow',
    roles: ['client'],
    country: 'DE',
    timeZone: 'Europe/Berlin',
    locale: 'en',
  },
  roles: ['client'],
  phone: '+919876500099',
  trade: web,
  profile: null,
};

/** Somebody with the name of a minister on the fictional list, who has the lookalike’s phone. */
export const officeHolder: Newcomer = {
  registration: {
    email: `officeholder@${host}`,
    password,
    name: 'Ottoline Farrowgate',
    roles: ['client'],
    country: 'DE',
    timeZone: 'Europe/Berlin',
    locale: 'en',
  },
  roles: ['client'],
  phone: '+919876500099',
  trade: web,
  profile: null,
};

/** Agrees to what the organisation of the demo client spends. */
export const approver: Newcomer = {
  registration: {
    email: `org.approver@${host}`,
    password,
    name: 'Dev Malhotra',
    roles: ['client'],
    country: 'IN',
    timeZone: 'Asia/Kolkata',
    locale: 'en',
  },
  roles: ['client'],
  phone: '+919876500098',
  trade: web,
  profile: null,
};

/** The known log-ins and so many others: every third one a client, some both. */
export function crowd(dice: Dice, size: number): Newcomer[] {
  const others = Array.from({ length: size - known.length }, (_, index): Newcomer => {
    const { locale, country, timeZone } = dice.pick(homes);
    const faker = new Faker({ locale: [...locale], seed: dice.whole(1, 1_000_000) });
    const name = `${faker.person.firstName()} ${faker.person.lastName()}`;
    const trade = dice.pick(trades);
    const role = index % 3 === 0 ? 'client' : 'provider';
    const roles = dice.chance(0.12) ? (['client', 'provider'] as const) : ([role] as const);
    const registration = {
      ...{ email: `person${index + 1}@${host}`, password, name, country, timeZone },
      roles: [...roles],
      locale: 'en' as const,
    };
    const phone = `+9190000${String(10_000 + index)}`;
    return {
      registration,
      roles,
      phone,
      trade,
      profile: role === 'client' ? null : profileOf(dice, trade),
    };
  });
  return [...knownPeople(dice), ...others];
}

function profileOf(dice: Dice, trade: Trade, more: string[] = []): ChangeProfile {
  const skills = [...dice.some(trade.skills, dice.whole(3, 5)), ...more];
  const years = dice.whole(3, 18);
  return {
    headline: trade.headline,
    about: `${years} years of ${skills.slice(0, 2).join(' and ')} for small and middle-sized clients. I plan in milestones, write down what was decided, and say early when something changes.`,
    skills,
    languages: dice.some(['en', 'hi', 'ar', 'de', 'es'], dice.whole(1, 3)),
    hourlyRate: money(dice.whole(8, 45) * 10_000, 'INR'),
    avatarFileId: null,
  };
}
