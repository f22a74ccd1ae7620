import { Component, computed, inject, input, model } from '@angular/core';
import { currencies, type Currency, isZero, type Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { MoneyField } from '@ui/form/money-field';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { Icon } from '@ui/icon';
import { MoneyView } from '@ui/money';
import { uid } from '@ui/uid';
import {
  type AccountName,
  accounts,
  balancing,
  blank,
  type DraftLeg,
  faultOf,
  isAccount,
  needsOwner,
  sumsOf,
} from './legs';

/** The legs of a journal as people keep books: an account a line, debit or credit, live sums below. */
@Component({
  selector: 'app-legs-editor',
  imports: [Button, Icon, MoneyField, MoneyView, SelectField, TextField, TranslatePipe],
  templateUrl: './legs-editor.html',
  styleUrl: './legs-editor.scss',
})
export class LegsEditor {
  private readonly say = inject(Say);
  readonly legs = model.required<readonly DraftLeg[]>();
  /** Says what is missing. */
  readonly touched = input(false);

  protected readonly accounts = computed(() =>
    accounts.map((value) => ({
      value,
      label: this.say.it(`journals.accounts.${value.replace(':', '_')}`),
    })),
  );
  protected readonly currencies = currencies.map((value) => ({ value, label: value }));
  protected readonly sums = computed(() => sumsOf(this.legs()));
  protected readonly needsOwner = needsOwner;
  protected readonly isZero = isZero;

  protected wrong(leg: DraftLeg, what: 'account' | 'owner' | 'amount') {
    if (faultOf(leg) !== what) return [];
    return what === 'owner'
      ? [{ kind: 'required', message: 'journals.owner_id' }]
      : [{ kind: 'required', message: '' }];
  }
  protected accountOf(value: string): AccountName | '' {
    return isAccount(value) ? value : '';
  }
  protected change(leg: DraftLeg, to: Partial<DraftLeg>): void {
    this.legs.update((all) => all.map((one) => (one.key === leg.key ? { ...one, ...to } : one)));
  }
  /** An amount stands on one side: writing it on one takes it from the other. */
  protected put(leg: DraftLeg, side: 'debit' | 'credit', amount: Money | null): void {
    const other = side === 'debit' ? 'credit' : 'debit';
    this.change(leg, amount ? { [side]: amount, [other]: null } : { [side]: null });
  }
  protected turn(leg: DraftLeg, code: string): void {
    const currency = currencies.find((one): one is Currency => one === code);
    if (currency) this.change(leg, { currency, debit: null, credit: null });
  }
  protected rest(leg: DraftLeg): boolean {
    return faultOf(leg) !== null && leg.debit === null && leg.credit === null
      ? balancing(this.legs(), leg.key) !== null
      : false;
  }
  protected fill(leg: DraftLeg): void {
    const filled = balancing(this.legs(), leg.key);
    if (filled) this.change(leg, filled);
  }
  protected add(): void {
    this.legs.update((all) => [...all, blank(uid('leg'), all.at(-1)?.currency)]);
  }
  protected remove(leg: DraftLeg): void {
    this.legs.update((all) => all.filter(({ key }) => key !== leg.key));
  }
}
