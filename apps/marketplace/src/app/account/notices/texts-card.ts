import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { halfHours, type QuietHours, type TextSettings } from '@wire/texts';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Words } from '@ui/app/words';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { NoticesApi } from './notices.api';

/** When one is texted, and that a STOP ended it. Saved as it is chosen. */
@Component({
  selector: 'app-texts-card',
  imports: [
    Card,
    CheckField,
    ErrorState,
    ErrorSummary,
    RouterLink,
    SelectField,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  templateUrl: './texts-card.html',
  styles: `
    .times {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(140px, 200px));
      gap: var(--s4);
    }
  `,
})
export class TextsCard {
  private readonly api = inject(NoticesApi);
  private readonly say = inject(Say);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);
  /** Whether a text notification was chosen: without one nothing has to wait. */
  readonly chosen = input.required<boolean>();
  protected readonly asked = answer(() => this.api.texts());
  /** What was chosen since, at once; the server's answer takes its place. */
  private readonly since = signal<TextSettings | null>(null);
  protected readonly now = computed(() => this.since() ?? this.asked.value());
  protected readonly problem = signal<Problem | null>(null);
  private readonly times = computed(() => {
    const form = new Intl.DateTimeFormat(this.words.locale(), {
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    return halfHours.map((value) => {
      return { value, label: form.format(Date.parse(`2026-01-01T${value}Z`)) };
    });
  });

  /** Hours that end as they begin are none. */
  protected timesBut(taken: string) {
    return this.times().filter(({ value }) => value !== taken);
  }
  protected set(change: Partial<QuietHours>): void {
    const before = this.now();
    if (!before) return;
    const quiet = { ...before.quiet, ...change };
    this.problem.set(null);
    this.since.set({ ...before, quiet });
    this.api.rest(quiet).subscribe({
      next: (now) => {
        this.since.set(now);
        this.told(before.quiet);
      },
      error: (thrown: unknown) => {
        this.since.set(before);
        this.problem.set(asProblem(thrown));
      },
    });
  }

  private told(before: QuietHours): void {
    const text = this.say.it('notices.texts.saved');
    this.toasts.say({ text, undo: () => this.set(before) });
  }
}
