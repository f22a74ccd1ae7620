import type { Outcome } from '../razorpay/entities';
import type { Means } from '../razorpay/new-payment';
import { banks, isCardNumber, isExpiry, outcomeOf, testCards, toCard } from './choices';
import type { Form, Visit } from './visit';

export interface Chosen {
  means: Means;
  outcome: Outcome;
}

/** What is wrong, by field. */
export type Mistakes = Record<string, string>;

export function isChosen(choice: Chosen | Mistakes): choice is Chosen {
  return 'means' in choice;
}

/** Reads the pressed button; the Enter key counts as the button next to the filled field. */
export function choose(form: Form, visit: Visit, now: Date): Chosen | Mistakes {
  const [method, detail] = splitChoice(form);
  if (method === 'upi') return chooseUpi(detail ?? form['vpa'] ?? '');
  if (method === 'netbanking') return chooseBank(form['bank'] ?? '');
  const testCard = testCards.find(({ outcome }) => outcome === detail);
  if (!testCard) return chooseCard(form, now);
  const card = toCard(testCard.number, visit.name);
  return { means: { method: 'card', card }, outcome: testCard.outcome };
}

function splitChoice(form: Form): [string, string | undefined] {
  const pressed = form['choice'] ?? 'enter';
  if (pressed !== 'enter') {
    const [method, detail] = pressed.split(':');
    return [method ?? '', detail];
  }
  return [form['vpa'] && !form['number'] ? 'upi' : 'card', undefined];
}

function chooseCard(form: Form, now: Date): Chosen | Mistakes {
  const number = (form['number'] ?? '').replaceAll(/[\s-]/g, '');
  const mistakes: Mistakes = {};
  if (!isCardNumber(number)) mistakes['number'] = 'This card number is not valid.';
  if (!isExpiry(form['expiry'] ?? '', now)) mistakes['expiry'] = 'Write a month to come as MM/YY.';
  if (!/^\d{3,4}$/.test(form['cvv'] ?? '')) mistakes['cvv'] = 'Three or four digits.';
  if (Object.keys(mistakes).length > 0) return mistakes;
  const card = toCard(number, form['holder'] ?? '');
  return { means: { method: 'card', card }, outcome: outcomeOf(number) };
}

/** The two addresses of Razorpay's test mode; a real one is nobody's here. */
function chooseUpi(address: string): Chosen | Mistakes {
  const vpa = address.trim().toLowerCase();
  const means: Means = { method: 'upi', vpa };
  if (vpa === 'success@razorpay') return { means, outcome: 'pending' };
  if (vpa === 'failure@razorpay') return { means, outcome: 'decline' };
  return { vpa: 'Nobody has this address. Use success@razorpay or failure@razorpay.' };
}

function chooseBank(bank: string): Chosen | Mistakes {
  if (!(bank in banks)) return { bank: 'Choose a bank from the list.' };
  return { means: { method: 'netbanking', bank }, outcome: 'challenge' };
}
