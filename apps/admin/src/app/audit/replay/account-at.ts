import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Can } from '@ui/app/ability';
import { listing } from '@ui/app/listing';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { LoadMore } from '@ui/load-more';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { EventProof } from '@ui/proof/event-proof';
import { Skeleton } from '@ui/skeleton';
import { AuditWords } from '../audit-words';
import { type Axis, type Reason, ReplayApi } from './replay.api';

/** What an account held at an instant, and why: its entries, the events that made them, their proofs. */
@Component({
  selector: 'app-account-at',
  imports: [
    Can,
    Card,
    ErrorState,
    EventProof,
    LoadMore,
    Moment,
    MoneyView,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './account-at.html',
  styleUrl: './account-at.scss',
})
export class AccountAt {
  private readonly api = inject(ReplayApi);
  protected readonly words = inject(AuditWords);
  readonly account = input.required<string>();
  readonly at = input.required<number>();
  readonly axis = input.required<Axis>();
  private readonly when = computed(() => ({
    at: new Date(this.at()).toISOString(),
    axis: this.axis(),
  }));
  protected readonly balance = answer(() => this.api.balance(this.account(), this.when()), {
    keeps: true,
  });
  protected readonly why = listing<Reason>((after) =>
    this.api.why(this.account(), this.when(), after),
  );
  protected timeOf({ recordedAt, effectiveAt }: Reason): string {
    return this.axis() === 'recorded' ? recordedAt : effectiveAt;
  }
}
