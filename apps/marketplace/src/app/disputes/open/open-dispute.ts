import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { sum } from '@money';
import { openDispute, type Split } from '@wire/disputes';
import type { FileView } from '@wire/files';
import { line } from '@wire/primitives';
import { newKey } from '@ui/app/api';
import { keeps } from '@ui/app/keep';
import { Say } from '@ui/app/say';
import { Uploads } from '@ui/app/uploads';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Outcome } from '@ui/dispute/outcome';
import { effectOf } from '@ui/dispute/split';
import { SplitControl } from '@ui/dispute/split-control';
import { wayOf } from '@ui/dispute/steps';
import { DisputeWay } from '@ui/dispute/way';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { FileField } from '@ui/form/file-field';
import { RadioCards } from '@ui/form/radio-cards';
import { TextArea } from '@ui/form/text-area';
import { Icon } from '@ui/icon';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { DisputeActions, disputesFeature } from '../disputes.store';

const untouched = { category: '', reason: '', chosen: [] as string[] };

/** A dispute is opened: about what, why, what should come of it; and what will follow, before it does. */
@Component({
  selector: 'app-open-dispute',
  imports: [
    Button,
    Card,
    DisputeWay,
    EmptyState,
    ErrorState,
    ErrorSummary,
    FileField,
    FormField,
    Icon,
    MoneyView,
    Outcome,
    PageHeader,
    RadioCards,
    RouterLink,
    Skeleton,
    SplitControl,
    TextArea,
    TranslatePipe,
  ],
  templateUrl: './open-dispute.html',
  styleUrl: './open-dispute.scss',
})
export class OpenDisputePage {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  /** From the address. */
  readonly contractId = input.required<string>();
  private readonly found = this.store.selectSignal(disputesFeature.selectOpening);
  protected readonly missed = this.store.selectSignal(disputesFeature.selectMissed);
  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(disputesFeature.selectProblem);
  protected readonly upload = inject(Uploads).send('evidence');

  protected readonly draft = signal(untouched);
  protected readonly form = form(this.draft, (path) => {
    validateStandardSchema(path.reason, openDispute.shape.reason);
    validateStandardSchema(path.category, line(20));
  });
  private readonly keep = keeps(this.draft);
  protected readonly files = signal<readonly FileView[]>([]);
  protected readonly sending = signal(false);
  protected readonly tried = signal(false);
  /** One key per visit: a lost answer and a second click open one dispute. */
  private readonly key = newKey();
  protected readonly packed = ['terms', 'signature', 'update', 'delivery', 'changes', 'payment'];

  protected readonly opening = computed(() => {
    const found = this.found();
    return found?.form.contractId === this.contractId() ? found : null;
  });
  protected readonly milestones = computed(
    () => this.opening()?.form.milestones.filter(({ disputable }) => disputable) ?? [],
  );
  /** One alone need not be chosen. */
  protected readonly chosen = computed(() => {
    const all = this.milestones();
    const picked = all.filter(({ id }) => this.draft().chosen.includes(id));
    return all.length === 1 ? all : picked;
  });
  protected readonly names = computed(() => {
    const contract = this.opening()?.contract;
    return { client: contract?.client.name ?? '', provider: contract?.provider.name ?? '' };
  });
  /** Whose wish it is, and about what; what is typed elsewhere does not touch it. */
  private readonly about = computed(() => {
    const ids = this.chosen().map(({ id }) => id);
    return [this.opening()?.form.myRole, ...ids].join();
  });
  /** Until something is moved, everything is asked for; exact amounts go with what was chosen. */
  protected readonly wish = linkedSignal<string, Split>({
    source: this.about,
    computation: (asked) => ({ kind: 'percent', provider: asked.startsWith('provider') ? 100 : 0 }),
  });
  protected readonly effect = computed(() => {
    const fees = this.opening()?.contract.fees;
    return fees ? effectOf(this.chosen(), this.wish(), fees) : null;
  });
  protected readonly disputed = computed(() => {
    const [first] = this.chosen();
    const amounts = this.chosen().map(({ amount }) => amount);
    return first ? sum(amounts, first.amount.currency) : null;
  });
  protected readonly way = computed(() => {
    const found = this.opening()?.form;
    return found ? wayOf(found.myRole, found.clocks, null) : [];
  });
  protected readonly categories = computed(() =>
    (this.opening()?.form.categories ?? []).map((value) => ({
      value,
      label: this.say.it(`ui.dispute.categories.${value}`),
      text: this.say.it(`disputes.open.categoryText.${value}`),
    })),
  );
  protected readonly labels = computed(() => ({
    reason: this.say.it('disputes.open.reason'),
    milestoneIds: this.say.it('disputes.open.which'),
    category: this.say.it('disputes.open.category'),
    wish: this.say.it('disputes.open.wish'),
  }));
  private readonly input = computed(() =>
    openDispute.safeParse({
      contractId: this.contractId(),
      milestoneIds: this.chosen().map(({ id }) => id),
      category: this.draft().category,
      reason: this.draft().reason,
      wish: this.wish(),
      files: this.files().map(({ id }) => id),
    }),
  );

  constructor() {
    effect(() => this.ask());
    effect(() => {
      this.keep.under(`dispute/${this.contractId()}`);
    });
  }

  protected ask(): void {
    this.store.dispatch(DisputeActions.formAsked({ contractId: this.contractId() }));
  }
  protected pick(id: string, picked: boolean): void {
    this.draft.update((draft) => ({
      ...draft,
      chosen: [...draft.chosen.filter((one) => one !== id), ...(picked ? [id] : [])],
    }));
  }
  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    this.form().markAsTouched();
    const input = this.input();
    if (!input.success || this.sending() || this.busy()) return;
    this.keep.forget();
    this.store.dispatch(DisputeActions.open({ input: input.data, key: this.key }));
  }
}
