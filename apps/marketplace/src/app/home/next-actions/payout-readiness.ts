import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Card } from '@ui/card';
import { PayoutMeter } from '@ui/payout-meter';
import { readiness } from '@ui/readiness';
import { HomeApi } from '../home.api';

/** What is missing before money can reach a provider, said before the first payout. */
@Component({
  selector: 'app-payout-readiness',
  imports: [Card, PayoutMeter, TranslatePipe],
  template: `
    @if (missing()) {
      @if (known.value(); as value) {
        <ui-card [heading]="'home.ready' | translate"><ui-payout-meter [of]="value" /></ui-card>
      }
    }
  `,
})
export class PayoutReadiness {
  private readonly api = inject(HomeApi);
  protected readonly known = answer(() => this.api.verification());
  protected readonly missing = computed(() => {
    const value = this.known.value();
    return value !== undefined && readiness(value).some(({ done }) => !done);
  });
}
