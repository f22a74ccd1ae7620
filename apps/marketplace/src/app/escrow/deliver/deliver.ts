import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { deliverMilestone } from '@wire/escrow';
import type { FileView } from '@wire/files';
import { keeps } from '@ui/app/keep';
import { Say } from '@ui/app/say';
import { Uploads } from '@ui/app/uploads';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { FeeReceipt } from '@ui/fee-receipt';
import { ErrorSummary } from '@ui/form/error-summary';
import { FileField } from '@ui/form/file-field';
import { TextArea } from '@ui/form/text-area';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { EscrowActions, escrowFeature } from '../escrow.store';
import { followMilestone } from '../milestone-page';
import { payReceipt } from '../receipts';

/** The provider delivers: what was asked to change, a note, files that survive a cut, what they earn. */
@Component({
  selector: 'app-deliver',
  imports: [
    Button,
    Card,
    ErrorState,
    ErrorSummary,
    FeeReceipt,
    FileField,
    FormField,
    PageHeader,
    RouterLink,
    Skeleton,
    TextArea,
    TranslatePipe,
  ],
  templateUrl: './deliver.html',
  styleUrl: './deliver.scss',
})
export class Deliver {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  /** From the address. */
  readonly contractId = input.required<string>();
  readonly milestoneId = input.required<string>();

  protected readonly open = followMilestone(this.contractId, this.milestoneId);
  protected readonly missed = this.store.selectSignal(escrowFeature.selectMissed);
  protected readonly busy = this.store.selectSignal(escrowFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(escrowFeature.selectProblem);
  protected readonly upload = inject(Uploads).send('delivery');
  protected readonly sending = signal(false);
  protected readonly files = signal<readonly FileView[]>([]);
  protected readonly draft = signal({ note: '' });
  protected readonly form = form(this.draft, (path) => {
    validateStandardSchema(path.note, deliverMilestone.shape.note);
  });
  private readonly keep = keeps(this.draft);

  protected readonly points = computed(
    () => this.open()?.milestone.deliveries.toSorted((a, b) => b.version - a.version)[0]?.changes,
  );
  protected readonly may = computed(() => {
    const open = this.open();
    if (open?.contract.myRole !== 'provider') return false;
    return ['funded', 'changes_requested'].includes(open.milestone.state);
  });
  protected readonly receipt = computed(() => {
    const open = this.open();
    if (!open) return null;
    const { contract, milestone } = open;
    const names = { title: milestone.title, provider: contract.provider.name };
    return payReceipt(milestone.amount, contract.fees, names, this.say);
  });

  constructor() {
    effect(() => void this.keep.under(`deliver/${this.milestoneId()}`));
    inject(Actions)
      .pipe(ofType(EscrowActions.delivered), takeUntilDestroyed())
      .subscribe(() => {
        this.keep.forget();
        const name = this.open()?.contract.client.name;
        this.toasts.say({ text: this.say.it('escrow.deliver.done', { name }) });
        void this.router.navigate(['/contracts', this.contractId()]);
      });
  }

  protected deliver(event: Event): void {
    event.preventDefault();
    this.form().markAsTouched();
    if (!this.form().valid() || this.sending()) return;
    const place = { contractId: this.contractId(), milestoneId: this.milestoneId() };
    const input = { note: this.draft().note, files: this.files().map(({ id }) => id) };
    this.store.dispatch(EscrowActions.deliver({ place, input }));
  }
  protected retry(): void {
    this.store.dispatch(EscrowActions.opened({ contractId: this.contractId() }));
  }
}
