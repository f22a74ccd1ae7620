import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import {
  checksOf,
  decideVerification,
  rejectionReason,
  type VerificationDetail,
} from '@wire/verification';
import { newKey } from '@ui/app/api';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { RadioCards } from '@ui/form/radio-cards';
import { SelectField } from '@ui/form/select-field';
import { TextArea } from '@ui/form/text-area';
import { VerificationApi } from '../verification.api';

/** The server's rules said before the click: everything ticked to approve, a reason to refuse. */
@Component({
  selector: 'app-decide',
  imports: [Button, CheckField, ErrorSummary, RadioCards, SelectField, TextArea, TranslatePipe],
  template: `
    <form class="stack" (submit)="send($event)">
      <ui-error-summary [problem]="problem()" />
      <ui-radio-cards
        stacked
        [label]="'verification.decide.decision' | translate"
        [choices]="decisions()"
        [(value)]="decision"
      />
      @if (decision() === 'approve') {
        <fieldset>
          <legend>{{ 'verification.decide.checklist' | translate }}</legend>
          @for (check of checks(); track check) {
            <ui-check-field
              [label]="'verification.checks.' + check | translate"
              [checked]="done().has(check)"
              (checkedChange)="tick(check, $event)"
            />
          }
        </fieldset>
        @if (of().risk === 'high') {
          <p class="small muted">{{ 'verification.decide.second' | translate }}</p>
        }
      } @else {
        <ui-select-field
          [label]="'verification.decide.reason' | translate"
          [placeholder]="'verification.decide.choose' | translate"
          [choices]="reasons()"
          [(value)]="reason"
        />
      }
      <ui-text-area
        [label]="'verification.decide.note' | translate"
        [hint]="'verification.decide.noteHint' | translate"
        [optional]="true"
        [limit]="1000"
        [(value)]="note"
      />
      <button uiButton kind="primary" block type="submit" [busy]="busy()" [disabled]="!wish()">
        {{ 'verification.decide.verbs.' + decision() | translate }}
      </button>
    </form>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: var(--s2);
      font-weight: 500;
    }
  `,
})
export class Decide {
  private readonly api = inject(VerificationApi);
  private readonly say = inject(Say);
  readonly of = input.required<VerificationDetail>();
  readonly decided = output();
  protected readonly checks = computed(() => checksOf(this.of().tier));
  protected readonly decision = signal('approve');
  protected readonly done = signal<ReadonlySet<string>>(new Set());
  protected readonly reason = signal('');
  protected readonly note = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly decisions = computed(() =>
    decideVerification.shape.decision.options.map((value) => ({
      value,
      label: this.say.it(`verification.decide.decisions.${value}`),
    })),
  );
  protected readonly reasons = computed(() =>
    rejectionReason.options.map((value) => ({
      value,
      label: this.say.it(`verification.reasons.${value}`),
    })),
  );
  protected readonly wish = computed(() => {
    const approves = this.decision() === 'approve';
    if (approves && !this.checks().every((check) => this.done().has(check))) return null;
    const { data } = decideVerification.safeParse({
      decision: this.decision(),
      reasons: approves ? [] : [this.reason()],
      note: this.note(),
      checklist: approves ? this.checks() : [],
    });
    return data ?? null;
  });
  private readonly key = newKey();

  protected tick(check: string, isDone: boolean): void {
    const next = new Set(this.done());
    if (isDone) next.add(check);
    else next.delete(check);
    this.done.set(next);
  }
  protected send(event: Event): void {
    event.preventDefault();
    const wish = this.wish();
    if (!wish || this.busy()) return;
    this.busy.set(true);
    this.api.decide(this.of().id, wish, this.key).subscribe({
      next: () => this.decided.emit(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
