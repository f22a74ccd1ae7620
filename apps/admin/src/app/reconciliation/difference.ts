import { Component, computed, input } from '@angular/core';
import { isZero, type Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { MoneyView } from '@ui/money';
import { Status } from '@ui/status';

/** A difference said plainly: "Matches", or by how much it is off. */
@Component({
  selector: 'app-difference',
  imports: [MoneyView, Status, TranslatePipe],
  template: `
    @if (none()) {
      <ui-status tone="brand">{{ 'reconciliation.matches' | translate }}</ui-status>
    } @else {
      <ui-status tone="danger">
        {{ 'reconciliation.off' | translate }} <ui-money [of]="of()" />
      </ui-status>
    }
  `,
})
export class DifferenceView {
  readonly of = input.required<Money>();
  protected readonly none = computed(() => isZero(this.of()));
}
