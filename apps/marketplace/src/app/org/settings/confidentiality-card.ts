import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { changeConfidentiality } from '@wire/confidentiality';
import { answer } from '@ui/app/answer';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { TextArea } from '@ui/form/text-area';
import { Moment } from '@ui/moment';
import { ProblemWords } from '@ui/problem-words';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { OrgApi } from '../org.api';

/** The text that is signed before briefs of the organisation are read: its own, or the house's. */
@Component({
  selector: 'app-confidentiality-card',
  imports: [Button, Card, ErrorState, Moment, Skeleton, TextArea, TranslatePipe],
  template: `
    <ui-card [heading]="'org.confidentiality.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'org.confidentiality.lead' | translate }}</p>
        @if (page.value(); as found) {
          <p class="small">
            @if (found.text === null) {
              {{ 'org.confidentiality.house' | translate }}
            } @else {
              {{ 'org.confidentiality.own' | translate: { version: found.version } }}
              @if (found.changedAt; as at) {
                <ui-moment [at]="at" />
              }
            }
          </p>
          @if (governs()) {
            <form class="stack" (submit)="$event.preventDefault(); save()">
              <ui-text-area
                [label]="'org.confidentiality.text' | translate"
                [hint]="'org.confidentiality.hint' | translate"
                [rows]="8"
                [limit]="20000"
                [(value)]="text"
              />
              <div class="row">
                <button uiButton kind="primary" type="submit" [disabled]="!isNew()">
                  {{ 'org.confidentiality.save' | translate }}
                </button>
                @if (found.text !== null) {
                  <button uiButton kind="quiet" type="button" (click)="change(null)">
                    {{ 'org.confidentiality.drop' | translate }}
                  </button>
                }
              </div>
            </form>
          } @else if (found.text !== null) {
            <div class="text" dir="auto">{{ found.text }}</div>
          }
        } @else if (page.problem(); as problem) {
          <ui-error-state [problem]="problem" (retry)="page.load()" />
        } @else {
          <ui-skeleton [count]="3" />
        }
      </div>
    </ui-card>
  `,
  styles: `
    .text {
      max-inline-size: var(--measure);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ConfidentialityCard {
  private readonly api = inject(OrgApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  readonly of = input.required<string>();
  readonly governs = input.required<boolean>();
  protected readonly page = answer(() => this.api.confidentiality(this.of()));
  protected readonly text = linkedSignal(() => this.page.value()?.text ?? '');
  protected readonly isNew = computed(() => {
    const { success, data } = changeConfidentiality.safeParse({ text: this.text() });
    return success && data.text !== this.page.value()?.text;
  });

  protected save(): void {
    if (this.isNew()) this.change(this.text());
  }
  protected change(text: string | null): void {
    this.api.changeConfidentiality(this.of(), text).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('org.settings.saved') });
        this.page.refresh();
      },
      error: (thrown: unknown) => this.toasts.fail(this.words.transform(asProblem(thrown))),
    });
  }
}
