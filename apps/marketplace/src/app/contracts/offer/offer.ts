import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { applyEach, form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { isPositive, type Money, zero } from '@money';
import { line } from '@wire/primitives';
import { offerContract } from '@wire/contracts';
import type { GivenValues } from '@wire/org-fields';
import { EMPTY } from 'rxjs';
import { answer } from '@ui/app/answer';
import { keeps } from '@ui/app/keep';
import { Organisations } from '@ui/app/organisations';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { AskedFields } from '@ui/asked-fields';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { FeeReceipt } from '@ui/fee-receipt';
import { ErrorSummary } from '@ui/form/error-summary';
import { MoneyField } from '@ui/form/money-field';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import { Icon } from '@ui/icon';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { ContractsApi } from '../contracts.api';
import { ContractActions, contractsFeature } from '../contracts.store';
import { offerReceipt } from './offer-receipt';

interface DraftMilestone {
  title: string;
  amount: Money | null;
  days: string;
}
const emptyMilestone: DraftMilestone = { title: '', amount: null, days: '10' };
const untouched = {
  milestones: [] as DraftMilestone[],
  given: [] as GivenValues,
  message: '',
  signature: '',
};

/** The offer on a proposal: its milestones, what both sides pay and get, the terms, the signature. */
@Component({
  selector: 'app-offer',
  imports: [
    AskedFields,
    Button,
    Card,
    ErrorState,
    ErrorSummary,
    FeeReceipt,
    FormField,
    Icon,
    MoneyField,
    PageHeader,
    RouterLink,
    Skeleton,
    TextArea,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './offer.html',
  styleUrl: './offer.scss',
})
export class Offer {
  private readonly store = inject(Store);
  private readonly api = inject(ContractsApi);
  private readonly say = inject(Say);
  private readonly session = inject(Session);
  /** From the address. */
  readonly proposal = input.required<string>();
  protected readonly found = this.store.selectSignal(contractsFeature.selectProposal);
  protected readonly missed = this.store.selectSignal(contractsFeature.selectMissed);
  protected readonly busy = this.store.selectSignal(contractsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(contractsFeature.selectProblem);
  protected readonly name = computed(() => this.session.viewer()?.name ?? '');

  protected readonly draft = signal(untouched);
  protected readonly form = form(this.draft, (path) => {
    applyEach(path.milestones, (milestone) => {
      validateStandardSchema(milestone.title, line(120));
    });
    validateStandardSchema(path.signature, offerContract.shape.signature);
  });
  private readonly keep = keeps(this.draft);
  private readonly organisations = inject(Organisations);
  /** Whom the job is for says what is asked; who is in no organisation is asked nothing. */
  private readonly job = answer(() => {
    const jobId = this.found()?.jobId;
    const member = (this.organisations.mine()?.items.length ?? 0) > 0;
    return jobId && member ? this.api.job(jobId) : EMPTY;
  });
  protected readonly fields = computed(() => {
    const { items = [] } = this.organisations.mine() ?? {};
    const asking = this.job.value()?.organisation?.id;
    const fields = items.find(({ id }) => id === asking)?.fields ?? [];
    return fields.filter(({ asked, archived }) => asked === 'hire' && !archived);
  });
  protected readonly currency = computed(() => this.found()?.total.currency ?? 'INR');
  protected readonly receipt = computed(() => {
    const amounts = this.draft().milestones.flatMap(({ amount }) =>
      amount && isPositive(amount) ? [amount] : [],
    );
    const provider = this.found()?.provider.name ?? '';
    return offerReceipt(amounts.length > 0 ? amounts : [zero(this.currency())], provider, this.say);
  });
  protected readonly labels = computed(() => ({
    milestones: this.say.it('contracts.offer.milestones'),
    signature: this.say.it('contracts.sign.name'),
    message: this.say.it('contracts.offer.message'),
  }));
  private readonly input = computed(() => {
    const { milestones, given, message, signature } = this.draft();
    return offerContract.safeParse({
      proposalId: this.proposal(),
      milestones: milestones.map((each) => ({ ...each, days: Number(each.days) })),
      given,
      ...(message.trim() === '' ? {} : { message }),
      signature,
    });
  });
  protected readonly complete = computed(() => this.input().success);

  constructor() {
    effect(() => this.ask(this.proposal()));
    effect(() => this.start());
  }

  protected ask(proposalId: string): void {
    this.store.dispatch(ContractActions.proposalAsked({ proposalId }));
  }
  protected give(given: GivenValues): void {
    this.draft.update((draft) => ({ ...draft, given }));
  }
  protected add(): void {
    this.change((all) => [...all, emptyMilestone]);
  }
  protected remove(at: number): void {
    this.change((all) => all.filter((_, index) => index !== at));
  }
  protected send(event: Event): void {
    event.preventDefault();
    this.form().markAsTouched();
    const input = this.input();
    if (input.success) this.store.dispatch(ContractActions.offer({ input: input.data }));
  }

  /** The milestones begin as proposed; what was changed before a reload comes back. */
  private start(): void {
    const proposal = this.found();
    if (proposal?.id !== this.proposal()) return;
    const milestones = proposal.milestones.map((each) => ({ ...each, days: String(each.days) }));
    this.draft.set({ ...untouched, milestones });
    this.keep.under(`offer/${proposal.id}`);
  }
  private change(to: (all: DraftMilestone[]) => DraftMilestone[]): void {
    this.draft.update((draft) => ({ ...draft, milestones: to(draft.milestones) }));
  }
}
