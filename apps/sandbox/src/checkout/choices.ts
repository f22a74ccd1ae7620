import { razorpayId } from '../core/ids';
import type { Card, Outcome } from '../razorpay/entities';

export interface TestCard {
  outcome: Outcome;
  number: string;
  network: string;
  says: string;
}

/** One card per story that a checkout can tell. */
export const testCards: TestCard[] = [
  { outcome: 'success', number: '4111111111111111', network: 'Visa', says: 'Pays at once' },
  {
    outcome: 'challenge',
    number: '5267318187975449',
    network: 'MasterCard',
    says: 'The bank asks for a code (3-D Secure)',
  },
  {
    outcome: 'decline',
    number: '4000000000009995',
    network: 'Visa',
    says: 'Declined: not enough money',
  },
  {
    outcome: 'pending',
    number: '4000000000000077',
    network: 'Visa',
    says: 'Stays pending, then pays',
  },
  {
    outcome: 'timeout',
    number: '4000000000000119',
    network: 'Visa',
    says: 'The bank does not answer',
  },
  {
    outcome: 'no_return',
    number: '4000000000000341',
    network: 'Visa',
    says: 'Pays, but the way back is lost',
  },
];

export const banks: Record<string, string> = {
  HDFC: 'HDFC Bank',
  ICIC: 'ICICI Bank',
  SBIN: 'State Bank of India',
  UTIB: 'Axis Bank',
  KKBK: 'Kotak Mahindra Bank',
};

/** Luhn's check digit, which catches a mistyped number. */
export function isCardNumber(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

export function isExpiry(expiry: string, now: Date): boolean {
  const [, month, year] = /^(\d{2})\s*\/\s*(\d{2})$/.exec(expiry) ?? [];
  if (!month || !year || Number(month) < 1 || Number(month) > 12) return false;
  return new Date(Date.UTC(2000 + Number(year), Number(month), 1)) > now;
}

/** A card that we do not know simply pays. */
export function outcomeOf(number: string): Outcome {
  return testCards.find((card) => card.number === number)?.outcome ?? 'success';
}

export function toCard(number: string, name: string): Card {
  return {
    id: razorpayId('card'),
    entity: 'card',
    name,
    last4: number.slice(-4),
    network: networkOf(number),
    type: number.startsWith('5') ? 'debit' : 'credit',
    issuer: 'SBXB',
    international: false,
    emi: false,
  };
}

function networkOf(number: string): string {
  if (number.startsWith('4')) return 'Visa';
  if (/^5[1-5]/.test(number)) return 'MasterCard';
  return number.startsWith('6') ? 'RuPay' : 'Unknown';
}
