/** Somebody with an account at the provider. */
export interface Person {
  /** Theirs for ever at this provider. */
  subject: string;
  name: string;
  email: string;
  emailVerified: boolean;
}

export type IssuerName = 'google' | 'linkedin' | 'facebook';
export const issuerNames = ['google', 'linkedin', 'facebook'] as const;
export const brands = { google: 'Google', linkedin: 'LinkedIn', facebook: 'Facebook' } as const;

/** Ready to be picked; the second one's address is not proved. */
export const people: readonly Person[] = [
  person('Nadia Rahman', 'nadia.rahman@mail.test', true),
  person('Tom Okafor', 'tom.okafor@mail.test', false),
  person('Demo Client', 'client@demo.guildhall.local', true),
];

/** Whoever was typed in: the same address is the same person. */
export function person(name: string, email: string, emailVerified: boolean): Person {
  let number = 7;
  for (const sign of email) number = (number * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_000_007;
  return { subject: `1${String(number).padStart(20, '0')}`, name, email, emailVerified };
}
