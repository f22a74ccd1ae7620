import { Component, computed, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { audience, type Audience, type GuardedPart, guardedParts } from '@wire/profiles';
import type { ProfilePrivacy } from '@wire/profiles';
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
import { Toasts } from '@ui/toasts';
import { PrivacyApi } from './privacy.api';

/** Who sees which part of the profile, and whether search engines may. Saved as it is chosen. */
@Component({
  selector: 'app-visibility-card',
  imports: [Card, CheckField, ErrorState, ErrorSummary, SelectField, Skeleton, TranslatePipe],
  template: `
    <ui-card [heading]="'privacy.visibility.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'privacy.visibility.text' | translate }}</p>
        <ui-error-summary [problem]="problem()" />
        @if (now.problem(); as failed) {
          <ui-error-state [problem]="failed" (retry)="now.load()" />
        } @else if (now.value(); as chosen) {
          <div class="parts">
            @for (part of parts; track part) {
              <ui-select-field
                [label]="'privacy.visibility.parts.' + part | translate"
                [choices]="choices()"
                [value]="chosen.parts[part]"
                (valueChange)="show(chosen, part, $event)"
              />
            }
          </div>
          <ui-check-field
            [label]="'privacy.visibility.engines' | translate"
            [checked]="chosen.searchEngines"
            (checkedChange)="save({ parts: chosen.parts, searchEngines: $event })"
          />
        } @else {
          <ui-skeleton shape="rows" [count]="4" />
        }
      </div>
    </ui-card>
  `,
  styles: `
    .parts {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
      gap: var(--s4);
    }
  `,
})
export class VisibilityCard {
  private readonly api = inject(PrivacyApi);
  private readonly say = inject(Say);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);
  protected readonly parts = guardedParts;
  protected readonly now = answer(() => this.api.visibility());
  protected readonly problem = signal<Problem | null>(null);
  protected readonly choices = computed(() => {
    this.words.language();
    return audience.options.map((value) => ({
      value,
      label: this.say.it(`privacy.visibility.audiences.${value}`),
    }));
  });

  protected show({ parts, searchEngines }: ProfilePrivacy, part: GuardedPart, to: string): void {
    this.save({ parts: { ...parts, [part]: to as Audience }, searchEngines });
  }
  protected save(to: ProfilePrivacy): void {
    this.problem.set(null);
    this.api.show(to).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('privacy.visibility.saved') });
        this.now.refresh();
      },
      error: (thrown: unknown) => this.problem.set(asProblem(thrown)),
    });
  }
}
