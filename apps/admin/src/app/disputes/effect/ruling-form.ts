import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { type ConsoleCase, recommend, ruleDispute, votePanel } from '@wire/dispute-console';
import type { Simulation, Split } from '@wire/disputes';
import { answer } from '@ui/app/answer';
import { newKey } from '@ui/app/api';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
import type { Sides } from '@ui/dispute/split';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { TextArea } from '@ui/form/text-area';
import { Tabs, type TabWords } from '@ui/tabs';
import type { Deed } from '../deeds';
import { DisputesApi } from '../disputes.api';
import { ConsoleActions, disputesFeature } from '../disputes.store';

export interface Simulated {
  readonly split: Split;
  readonly simulation: Simulation;
}
const writing = ['rule', 'recommend', 'vote'] as const;
type Writing = (typeof writing)[number];

/** The statement of reasons, written on the effect that stands above it. */
@Component({
  selector: 'app-ruling-form',
  imports: [Button, ErrorSummary, SelectField, Tabs, TextArea, TranslatePipe],
  templateUrl: './ruling-form.html',
  styleUrl: './ruling-form.scss',
})
export class RulingForm {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  private readonly api = inject(DisputesApi);
  readonly view = input.required<ConsoleCase>();
  readonly names = input.required<Sides>();
  readonly simulated = input.required<Simulated | null>();
  /** The slider moves: what is shown is not yet what it says. */
  readonly moving = input.required<boolean>();

  protected readonly busy = this.store.selectSignal(disputesFeature.selectBusy);
  private readonly refused = this.store.selectSignal(disputesFeature.selectRefused);
  private readonly policies = answer(() => this.api.policies());
  protected readonly reasons = signal('');
  protected readonly precedent = signal('');
  private readonly cited = signal<string | null>(null);
  private readonly picked = signal('');
  /** One key until it was done: a lost answer and a second click rule once. */
  private key = newKey();

  protected readonly may = computed((): Writing[] =>
    writing.filter((one) => this.view().consoleActions.includes(one)),
  );
  protected readonly kind = computed(() => {
    const may = this.may();
    return may.find((one) => one === this.picked()) ?? may[0] ?? null;
  });
  protected readonly tabs = computed((): TabWords[] =>
    this.may().map((id) => ({ id, label: this.say.it(`disputes.write.${id}.tab`) })),
  );
  protected readonly rules = computed(() =>
    (this.policies.value()?.items ?? []).map(({ reference, title }) => ({
      value: reference,
      label: `${reference} · ${title}`,
    })),
  );
  /** The rule of the category, until another one is chosen. */
  protected readonly policy = computed(() => {
    const items = this.policies.value()?.items ?? [];
    const usual = items.find(({ category }) => category === this.view().category);
    return this.cited() ?? usual?.reference ?? items[0]?.reference ?? '';
  });
  protected readonly problem = computed(() => {
    const refused = this.refused();
    if (!refused) return null;
    return refused.kind === this.kind() ? refused.problem : null;
  });
  protected readonly deed = computed((): Deed | null => {
    const simulated = this.simulated();
    if (!simulated || this.moving()) return null;
    const { split, simulation } = simulated;
    const given = { split, reasons: this.reasons() };
    switch (this.kind()) {
      case 'recommend': {
        const { data } = recommend.safeParse(given);
        return data ? { kind: 'recommend', input: data } : null;
      }
      case 'vote': {
        const { data } = votePanel.safeParse(given);
        return data ? { kind: 'vote', input: data } : null;
      }
      case 'rule': {
        const { data } = ruleDispute.safeParse({
          ...given,
          precedent: this.precedent(),
          policyReference: this.policy(),
          simulationHash: simulation.hash,
        });
        return data ? { kind: 'rule', input: data, key: this.key } : null;
      }
      default:
        return null;
    }
  });
  /** What the button says: the money that moves. */
  protected readonly amounts = computed(() => {
    const simulation = this.simulated()?.simulation;
    return {
      ...this.names(),
      gross: simulation ? this.say.money(simulation.provider.gross) : '',
    };
  });
  /** Why nothing can be ruled yet, where there is a reason that passes. */
  protected readonly waits = computed(() => {
    const { consoleActions, step, windows } = this.view();
    const open = windows.client.open || windows.provider.open;
    return step.state === 'mediation' && consoleActions.includes('recommend') && open;
  });

  constructor() {
    inject(Actions)
      .pipe(ofType(ConsoleActions.done), takeUntilDestroyed())
      .subscribe(({ kind }) => {
        if (!writing.some((one) => one === kind)) return;
        this.key = newKey();
        this.reasons.set('');
        this.precedent.set('');
      });
  }

  protected pick(kind: string): void {
    this.picked.set(kind);
  }
  protected cite(reference: string): void {
    this.cited.set(reference);
  }
  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const deed = this.deed();
    if (!deed || this.busy()) return;
    const disputeId = this.view().id;
    if (deed.kind === 'rule' && !(await this.isSure())) return;
    this.store.dispatch(ConsoleActions.act({ disputeId, deed }));
  }
  /** The panel says that the decision was right as it is. */
  protected uphold(): void {
    const { data } = votePanel.safeParse({ split: null, reasons: this.reasons() });
    if (!data || this.busy()) return;
    const deed = { kind: 'vote', input: data } as const;
    this.store.dispatch(ConsoleActions.act({ disputeId: this.view().id, deed }));
  }
  private isSure(): Promise<boolean> {
    const simulation = this.simulated()?.simulation;
    const words = {
      ...this.names(),
      net: simulation ? this.say.money(simulation.provider.net, 'full') : '',
      refund: simulation ? this.say.money(simulation.client.refund, 'full') : '',
    };
    const two = this.view().needsSecondPerson ? 'two' : 'one';
    return this.confirmation.ask({
      heading: this.say.it('disputes.write.rule.sure'),
      text: this.say.it(`disputes.write.rule.${two}`, words),
      verb: this.say.it('disputes.write.rule.verb', this.amounts()),
    });
  }
}
