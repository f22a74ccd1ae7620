import { Component, computed, effect, inject, input } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import { TranslatePipe } from '@ngx-translate/core';
import type { Receipt } from '@wire/audit';
import { answer } from '@ui/app/answer';
import { answersStatus } from '@ui/app/answer-status';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { Mark } from '@ui/mark';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { ProofPanel } from '@ui/proof/proof-panel';
import { Skeleton } from '@ui/skeleton';
import { type Shape, Status, type Tone } from '@ui/status';
import { ReceiptsApi } from '../receipts.api';

const looks: Record<Receipt['state'], readonly [Tone, Shape]> = {
  funded: ['brand', 'keystone'],
  partly_released: ['info', 'half'],
  closed: ['neutral', 'check'],
};

/** For everybody: the money for a milestone is there, as of a signed point in time, and the proof. */
@Component({
  selector: 'app-receipt',
  imports: [
    Card,
    Copy,
    EmptyState,
    ErrorState,
    Mark,
    Moment,
    PageHeader,
    ProofPanel,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  templateUrl: './receipt.html',
  styleUrl: './receipt.scss',
})
export class ReceiptPage {
  private readonly api = inject(ReceiptsApi);
  private readonly say = inject(Say);
  /** From the address. */
  readonly milestoneId = input.required<string>();
  protected readonly asked = answer(() => this.api.one(this.milestoneId()));
  protected readonly keys = computed(
    () => this.asked.value()?.keys.items.map(({ vkey }) => vkey) ?? [],
  );
  protected readonly look = computed(() => looks[this.asked.value()?.receipt.state ?? 'closed']);
  protected readonly unknown = computed(() => {
    const problem = this.asked.problem();
    return problem?.status === 404 || problem?.status === 422;
  });
  protected readonly heading = computed(() => {
    const found = this.asked.value();
    return this.say.it(found ? `receipts.states.${found.receipt.state}` : 'receipts.heading');
  });
  protected readonly size = computed(
    () => this.asked.value()?.receipt.checkpoint.size.toString() ?? '',
  );

  constructor() {
    const answerStatus = answersStatus();
    effect(() => answerStatus(this.asked.problem()));
    // Whoever has the address may look; no search engine hands it on.
    inject(Meta).updateTag({ name: 'robots', content: 'noindex' });
  }
}
