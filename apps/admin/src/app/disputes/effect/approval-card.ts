import { Component, computed, inject, input, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { ConsoleCase } from '@wire/dispute-console';
import { of } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Button } from '@ui/button';
import { percentOf, type Sides, toClientOf, toProviderOf } from '@ui/dispute/split';
import { SplitBar } from '@ui/dispute/split-bar';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextArea } from '@ui/form/text-area';
import { Moment } from '@ui/moment';
import { ConsoleActions, disputesFeature } from '../disputes.store';
import { DisputesApi } from '../disputes.api';

/** The ruling that waits for a second pair of eyes: what was proposed, and the two answers to it. */
@Component({
  selector: 'app-approval-card',
  imports: [Button, ErrorSummary, Moment, SplitBar, TextArea, TranslatePipe],
  templateUrl: './approval-card.html',
  styleUrl: './approval-card.scss',
})
export class ApprovalCard {
  private readonly api = inject(DisputesApi);
  private readonly store = inject(Store);
  readonly disputeId = input.required<string>();
  readonly of = input.required<NonNullable<ConsoleCase['proposed']>>();
  readonly names = input.required<Sides>();

  private readonly approvalId = computed(() => this.of().approvalId);
  protected readonly approval = answer(() => {
    const id = this.approvalId();
    return id ? this.api.approval(id) : of(null);
  });
  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  private readonly refused = this.store.selectSignal(disputesFeature.selectRefused);
  protected readonly comment = signal('');
  protected readonly problem = computed(() => {
    const refused = this.refused();
    const ours = refused?.kind === 'approve' || refused?.kind === 'deny';
    return ours ? refused.problem : null;
  });
  /** The first rule that stands against the reader, in the order of the checks. */
  protected readonly obstacle = computed(
    () => this.approval.value()?.checks.find(({ passed }) => !passed)?.code ?? null,
  );
  protected readonly shares = computed(() => {
    const { split } = this.of();
    return {
      percent: percentOf(split),
      provider: toProviderOf(split),
      client: toClientOf(split),
    };
  });

  protected decide(kind: 'approve' | 'deny'): void {
    const approval = this.approval.value();
    if (!approval || this.busy()) return;
    const { id: approvalId, payloadHash } = approval;
    const deed = { kind, approvalId, payloadHash, comment: this.comment().trim() };
    this.store.dispatch(ConsoleActions.act({ disputeId: this.disputeId(), deed }));
  }
}
