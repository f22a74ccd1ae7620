import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { holdReason } from '@wire/holds';
import { of } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { CheckField } from '@ui/form/check-field';
import { DateField } from '@ui/form/date-field';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { MoneyView } from '@ui/money';
import { ProblemWords } from '@ui/problem-words';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { HoldsApi } from '../holds.api';

const settled = ['released', 'refunded', 'split'];
const dayMs = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Holds the money of a contract back: which milestones, why, and when somebody looks again. */
@Component({
  selector: 'app-hold-dialog',
  imports: [
    Button,
    CheckField,
    DateField,
    MoneyView,
    ProblemWords,
    ProposalDialog,
    SelectField,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './hold-dialog.html',
  styleUrl: './hold-dialog.scss',
})
export class HoldDialog {
  private readonly api = inject(HoldsApi);
  private readonly say = inject(Say);
  /** '' lets the person look for it. */
  readonly contractId = input.required<string>();
  readonly closed = output();

  protected readonly chosen = linkedSignal(() => this.contractId());
  protected readonly contract = answer(() =>
    this.chosen() === '' ? of(null) : this.api.contract(this.chosen()),
  );
  protected readonly q = signal('');
  protected readonly found = answer(() => {
    const q = this.q().trim();
    return q.length < 2 ? of(null) : this.api.contracts(q);
  });
  protected readonly none: ReadonlySet<string> = new Set();
  /** None: all that are not settled. */
  protected readonly milestones = linkedSignal<string, ReadonlySet<string>>({
    source: this.chosen,
    computation: () => this.none,
  });
  protected readonly holdable = computed(() =>
    (this.contract.value()?.milestones ?? []).filter(({ state }) => !settled.includes(state)),
  );
  protected readonly reason = signal('');
  protected readonly tomorrow = day(Date.now() + dayMs);
  protected readonly until = signal(day(Date.now() + 14 * dayMs));
  protected readonly reasons = computed(() =>
    holdReason.options.map((value) => ({ value, label: this.say.it(`holds.reasons.${value}`) })),
  );
  private readonly why = computed(() => holdReason.safeParse(this.reason()).data);
  protected readonly ready = computed(
    () => Boolean(this.contract.value() && this.why()) && this.until() >= this.tomorrow,
  );
  protected readonly send: Send = (note, key) => {
    const reason = this.why();
    if (!reason) throw new Error('the button waits for a reason');
    const until = new Date(this.until()).toISOString();
    const milestoneIds = [...this.milestones()];
    const wish = { contractId: this.chosen(), milestoneIds, reason, until, note };
    return this.api.hold(wish, key);
  };
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }

  protected toggle(id: string): void {
    const next = new Set(this.milestones());
    if (!next.delete(id)) next.add(id);
    this.milestones.set(next);
  }
}
