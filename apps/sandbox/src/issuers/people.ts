/** Somebody with an account at the provider. */
export interface Person {
  /** Theirs for ever at this provider. */
  subject: string;
  name: string;
  email: string;
  emailVerified: boolean;
  /** What they show when they log in there; RFC 8176. */
  amr?: string[];
}

export type IssuerName = 'google' | 'linkedin' | 'facebook' | 'directory';
export const brands = {
  google: 'Google',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
  directory: 'Nile Clinics Directory',
} as const;

/** Ready to be picked; the second one's address is not proved. */
const anybody: readonly Person[] = [
  person('Nadia Rahman', 'nadia.rahman@mail.test', true),
  person('Tom Okafor', 'tom.okafor@mail.test', false),
  person('Demo Client', 'client@demo.guildhall.local', true),
];

/** Who works at Nile Clinics. The first has a second factor there. */
const staff: readonly Person[] = [
  { ...person('Amira Hassan', 'amira.hassan@nileclinics.test', true), amr: ['pwd', 'otp', 'mfa'] },
  { ...person('Karim Adel', 'karim.adel@nileclinics.test', true), amr: ['pwd'] },
  { ...person('Layla Nasser', 'layla.nasser@nileclinics.test', true), amr: ['pwd'] },
];

export const peopleAt = (issuer: IssuerName): readonly Person[] =>
  issuer === 'directory' ? staff : anybody;

/** Whoever was typed in: the same address is the same person. */
export function person(name: string, email: string, emailVerified: boolean): Person {
  let number = 7;
  for (const sign of email) number = (number * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_000_007;
  return { subject: `1${String(number).padStart(20, '0')}`, name, email, emailVerified };
}
