import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { EMPTY } from 'rxjs';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorSummary } from '@ui/form/error-summary';
import { Moment } from '@ui/moment';
import { Toasts } from '@ui/toasts';
import { OrgApi } from '../org.api';

/** Statements with a number: the chosen month gets one here, once it is over. */
@Component({
  selector: 'app-issued-card',
  imports: [Button, Card, ErrorSummary, Moment, TranslatePipe],
  template: `
    <ui-card [heading]="'org.issued.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'org.issued.lead' | translate }}</p>
        <ui-error-summary [problem]="problem()" />
        <ul>
          @for (one of issued.value()?.items ?? []; track one.number) {
            <li [class.now]="one.month === month()">
              <b class="tabular">{{ number(one.number) }}</b>
              <span>{{ name(one.month) }}</span>
              <span class="when small muted"><ui-moment [at]="one.issuedAt" /></span>
              <a
                uiButton
                small
                icon="download"
                download
                [href]="file(one.number)"
                [attr.aria-label]="
                  'org.issued.pdfNamed' | translate: { number: number(one.number) }
                "
                >{{ 'org.issued.pdf' | translate }}</a
              >
            </li>
          } @empty {
            <li class="muted">{{ 'org.issued.none' | translate }}</li>
          }
        </ul>
        @if (mayIssue()) {
          <p>
            <button uiButton type="button" [busy]="busy()" (click)="issue()">
              {{ 'org.issued.verb' | translate: { month: name(month()) } }}
            </button>
          </p>
        }
      </div>
    </ui-card>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 4ch minmax(0, 1fr) auto auto;
      align-items: center;
      gap: var(--s2) var(--s4);
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    li.muted {
      display: block;
    }
    .tabular {
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 600px) {
      li {
        grid-template-columns: 4ch minmax(0, 1fr) auto;
      }
      .when {
        display: none;
      }
    }
  `,
})
export class IssuedCard {
  private readonly api = inject(OrgApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  readonly organisation = input.required<string | undefined>();
  readonly month = input.required<string>();
  /** How a month is called. */
  readonly called = input.required<(month: string) => string>();
  /** Whoever keeps the books. */
  readonly keepsBooks = input(false);

  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly issued = answer(() => {
    const id = this.organisation();
    return id ? this.api.statements(id) : EMPTY;
  });
  protected readonly mayIssue = computed(() => {
    const known = this.issued.value()?.items;
    const isOver = this.month() < new Date(Date.now()).toISOString().slice(0, 7);
    return this.keepsBooks() && isOver && known?.every(({ month }) => month !== this.month());
  });

  protected name(month: string): string {
    return this.called()(month);
  }
  protected number(number: number): string {
    return String(number).padStart(4, '0');
  }
  protected file(number: number): string {
    return `/api/organisations/${this.organisation() ?? ''}/statements/${String(number)}.pdf`;
  }
  protected issue(): void {
    const id = this.organisation();
    if (!id || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.api.issue(id, this.month()).subscribe({
      next: ({ number }) => {
        this.busy.set(false);
        this.toasts.say({ text: this.say.it('org.issued.done', { number: this.number(number) }) });
        this.issued.refresh();
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
