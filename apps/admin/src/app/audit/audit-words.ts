import { inject, Service } from '@angular/core';
import { Say } from '@ui/app/say';
import { Words } from '@ui/app/words';
import type { Crumb } from '@ui/page-header';

/** The words of the audit pages; what nobody named yet is shown as it is written. */
@Service()
export class AuditWords {
  private readonly say = inject(Say);
  private readonly reader = inject(Words);

  crumbs(...last: readonly Crumb[]): Crumb[] {
    const home = { label: this.say.it('shell.nav.home'), link: '/' };
    return [home, { label: this.say.it('shell.sections.audit') }, ...last];
  }
  /** "1,284", as the reader writes it; a dash for what is not there yet. */
  number(count: number | null | undefined): string {
    return count == null ? '–' : new Intl.NumberFormat(this.reader.locale()).format(count);
  }
  /** A kind of account or entry, or whatever stands in the record. */
  known(key: string, otherwise: string): string {
    const words = this.say.it(key);
    return words === key ? otherwise : words;
  }
  kind(kind: string): string {
    return this.known(`ledger.kinds.${kind}`, kind);
  }
  /** `wallet_available INR`, as the difference of trial balances names its rows. */
  kindIn(name: string): string {
    const [kind = name, currency] = name.split(' ');
    return currency ? `${this.kind(kind)} · ${currency}` : name;
  }
  entry(kind: string): string {
    return this.known(`ledger.entries.${kind}`, kind);
  }
}
