import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { caseChecks, disposition as dispositions, resolveCase } from '@wire/screening';
import { newKey } from '@ui/app/api';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { TextArea } from '@ui/form/text-area';
import type { Observable } from 'rxjs';
import { RiskApi } from '../risk.api';

/** The checklist, the note and the word that a case comes to. Nothing is decided half looked at. */
@Component({
  selector: 'app-disposition',
  imports: [Button, CheckField, ErrorSummary, SelectField, TextArea, TranslatePipe],
  template: `
    <form class="stack" (submit)="resolve($event)">
      <ui-error-summary [problem]="problem()" />
      <fieldset>
        <legend>{{ 'risk.decide.checklist' | translate }}</legend>
        @for (check of checks; track check) {
          <ui-check-field
            [label]="'risk.checks.' + check | translate"
            [checked]="done().has(check)"
            (checkedChange)="tick(check, $event)"
          />
        }
      </fieldset>
      <ui-select-field
        [label]="'risk.decide.disposition' | translate"
        [placeholder]="'risk.decide.choose' | translate"
        [choices]="choices()"
        [(value)]="chosen"
      />
      <ui-text-area
        [label]="'risk.decide.note' | translate"
        [hint]="'risk.decide.noteHint' | translate"
        [limit]="2000"
        [(value)]="note"
      />
      @if (second()) {
        <p class="small muted">{{ 'risk.decide.second' | translate }}</p>
      }
      <button uiButton kind="primary" block type="submit" [busy]="busy()" [disabled]="!wish()">
        {{ (second() ? 'risk.decide.ask' : 'risk.decide.verb') | translate }}
      </button>
      <button uiButton block type="button" [disabled]="note().trim() === ''" (click)="wait()">
        {{ 'risk.decide.wait' | translate }}
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
    ui-check-field {
      display: block;
    }
  `,
})
export class Disposition {
  private readonly api = inject(RiskApi);
  private readonly say = inject(Say);
  readonly caseId = input.required<string>();
  /** Only then may it come to a closer watch. */
  readonly isPep = input(false);
  readonly decided = output();
  protected readonly checks = caseChecks;
  protected readonly done = signal<ReadonlySet<string>>(new Set());
  protected readonly chosen = signal('');
  protected readonly note = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly second = computed(() =>
    ['true_match', 'requirements_not_met', 'enhanced_due_diligence'].includes(this.chosen()),
  );
  protected readonly choices = computed(() =>
    dispositions.options
      .filter((value) => value !== 'enhanced_due_diligence' || this.isPep())
      .map((value) => ({ value, label: this.say.it(`risk.dispositions.${value}`) })),
  );
  protected readonly wish = computed(() => {
    if (!caseChecks.every((check) => this.done().has(check))) return null;
    const { data } = resolveCase.safeParse({
      disposition: this.chosen(),
      note: this.note(),
      checklist: caseChecks,
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
  protected resolve(event: Event): void {
    event.preventDefault();
    const wish = this.wish();
    if (wish && !this.busy()) this.send(this.api.resolve(this.caseId(), wish, this.key));
  }
  protected wait(): void {
    this.send(this.api.wait(this.caseId(), this.note()));
  }
  private send(sent: Observable<unknown>): void {
    this.busy.set(true);
    sent.subscribe({
      next: () => this.decided.emit(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
