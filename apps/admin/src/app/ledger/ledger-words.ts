import { inject, Service } from '@angular/core';
import { Say } from '@ui/app/say';
import type { Crumb } from '@ui/page-header';

/** The words of the ledger: a kind nobody named yet is shown as it is written. */
@Service()
export class LedgerWords {
  private readonly say = inject(Say);

  kind(kind: string): string {
    const key = `ledger.kinds.${kind}`;
    const words = this.say.it(key);
    return words === key ? kind : words;
  }
  entry(kind: string): string {
    const key = `ledger.entries.${kind}`;
    const words = this.say.it(key);
    return words === key ? kind : words;
  }
  crumbs(...last: readonly Crumb[]): Crumb[] {
    return [
      { label: this.say.it('shell.nav.home'), link: '/' },
      last.length > 0
        ? { label: this.say.it('ledger.heading'), link: '/finance/ledger' }
        : { label: this.say.it('ledger.heading') },
      ...last,
    ];
  }
}
