import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Button } from '@ui/button';
import { Decision } from '@ui/dispute/decision';
import { DisputeHistory } from '@ui/dispute/history';
import { DisputeStatus } from '@ui/dispute/dispute-status';
import { Evidence } from '@ui/dispute/evidence';
import { Offers } from '@ui/dispute/offers';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { namesOf } from '../case/case-next';
import { ClaimPart } from '../case/claim-part';
import { DisputesApi } from '../disputes.api';

/** The case file on paper, with where it stands in the record, so that anybody can check it later. */
@Component({
  selector: 'app-case-paper',
  imports: [
    Button,
    ClaimPart,
    Decision,
    DisputeHistory,
    DisputeStatus,
    ErrorState,
    Evidence,
    Moment,
    MoneyView,
    Offers,
    PageHeader,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './case-paper.html',
  styleUrl: './case-paper.scss',
})
export class CasePaper {
  private readonly api = inject(DisputesApi);
  private readonly document = inject(DOCUMENT);
  /** From the address. */
  readonly disputeId = input.required<string>();
  protected readonly paper = answer(() => this.api.print(this.disputeId()));
  protected readonly names = computed(() => {
    const view = this.paper.value();
    return view ? namesOf(view) : { client: '', provider: '' };
  });

  protected print(): void {
    this.document.defaultView?.print();
  }
}
