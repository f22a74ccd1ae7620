import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ConsoleCase } from '@wire/dispute-console';
import { Say } from '@ui/app/say';
import { Decision } from '@ui/dispute/decision';
import { Offers } from '@ui/dispute/offers';
import { percentOf, type Sides, toClientOf, toProviderOf } from '@ui/dispute/split';
import { SplitBar } from '@ui/dispute/split-bar';
import { wayOf } from '@ui/dispute/steps';
import { DisputeWay } from '@ui/dispute/way';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Notes } from './notes';

/** What is claimed, answered, offered and decided; and what mediators write for themselves. */
@Component({
  selector: 'app-claim-pane',
  imports: [Decision, DisputeWay, Moment, MoneyView, Notes, Offers, SplitBar, TranslatePipe],
  templateUrl: './claim-pane.html',
  styleUrl: './claim-pane.scss',
})
export class ClaimPane {
  private readonly say = inject(Say);
  readonly view = input.required<ConsoleCase>();
  readonly names = input.required<Sides>();

  protected readonly opener = computed(() => this.names()[this.view().openedBy]);
  protected readonly answerer = computed(
    () => this.names()[this.view().openedBy === 'client' ? 'provider' : 'client'],
  );
  /** Once it is decided, settled or withdrawn, no offer can be taken. */
  protected readonly over = computed(
    () =>
      !['evidence', 'negotiation', 'mediation', 'ruling_proposed'].includes(this.view().step.state),
  );
  protected readonly way = computed(() => wayOf(this.view().openedBy, null, this.view().step));
  protected readonly windows = computed(() =>
    (['client', 'provider'] as const).map((side) => ({
      side,
      label: this.say.it('disputes.claim.window', { name: this.names()[side] }),
      ...this.view().windows[side],
    })),
  );
  protected readonly recommended = computed(() => {
    const allocations = this.view().recommendation?.allocations ?? [];
    return {
      percent: percentOf(allocations),
      provider: toProviderOf(allocations),
      client: toClientOf(allocations),
    };
  });
}
