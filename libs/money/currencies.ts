/** ISO 4217 minor-unit exponents of the currencies Guildhall settles in. Source: ISO 4217 table A.1. */
export const exponents = {
  INR: 2,
  USD: 2,
  EUR: 2,
  GBP: 2,
  AED: 2,
  EGP: 2,
  JPY: 0,
  KWD: 3,
} as const;

export type Currency = keyof typeof exponents;

export const currencies = Object.keys(exponents) as [Currency, ...Currency[]];
