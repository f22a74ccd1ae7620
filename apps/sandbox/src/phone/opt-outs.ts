import { Setting } from '../core/setting';
import type { Store } from '../core/store';

/** The words that Twilio itself knows, in any case; other languages are the product’s to know. */
const stops = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'];
const starts = ['START', 'UNSTOP', 'YES'];

/** Phones whose owners answered STOP: Twilio refuses every message to them (21610). */
export class OptOuts {
  private readonly numbers: Setting<string[]>;

  constructor(store: Store) {
    this.numbers = new Setting<string[]>(store, 'phone-opt-outs', []);
  }

  has(number: string): boolean {
    return this.numbers.get().includes(number);
  }

  hear(number: string, body: string): void {
    const word = body.trim().toUpperCase();
    const others = this.numbers.get().filter((one) => one !== number);
    if (stops.includes(word)) this.numbers.set([...others, number]);
    if (starts.includes(word)) this.numbers.set(others);
  }
}
