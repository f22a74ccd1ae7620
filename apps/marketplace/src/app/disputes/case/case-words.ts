import { Component, computed, inject, input, output } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { DisputeView } from '@wire/dispute-case';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Decision } from '@ui/dispute/decision';
import { type Offer, Offers } from '@ui/dispute/offers';
import { percentOf, type Sides, toClientOf, toProviderOf } from '@ui/dispute/split';
import { SplitBar } from '@ui/dispute/split-bar';
import { disputesFeature } from '../disputes.store';
import { openOfferTo } from './case-next';
import { ClaimPart } from './claim-part';

/** What was said and what came of it: the decision, an appeal, the claim, the offers. */
@Component({
  selector: 'app-case-words',
  imports: [Button, Card, ClaimPart, Decision, Offers, SplitBar, TranslatePipe],
  templateUrl: './case-words.html',
  styleUrl: './case-words.scss',
})
export class CaseWords {
  readonly view = input.required<DisputeView>();
  readonly names = input.required<Sides>();
  readonly accept = output<Offer>();
  readonly decline = output<Offer>();
  protected readonly busy = inject(Store).selectSignal(disputesFeature.selectBusy);
  protected readonly mine = computed(() => openOfferTo(this.view()));
  protected readonly recommended = computed(() => {
    const allocations = this.view().recommendation?.allocations ?? [];
    return {
      percent: percentOf(allocations),
      provider: toProviderOf(allocations),
      client: toClientOf(allocations),
    };
  });
}
