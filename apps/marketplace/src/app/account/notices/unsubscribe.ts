import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { noticeTopics } from '@wire/notifications';
import { inAddress } from '@ui/app/in-address';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { PageHeader } from '@ui/page-header';
import { NoticesApi } from './notices.api';

/** Where the link at the foot of a mail leads. It asks: programs open links without anybody's wish. */
@Component({
  selector: 'app-unsubscribe',
  imports: [Button, Card, EmptyState, ErrorSummary, PageHeader, RouterLink, TranslatePipe],
  template: `
    <div class="page narrow">
      @if (topic(); as word) {
        <ui-page-header
          [heading]="
            (done() ? 'notices.unsubscribe.done' : 'notices.unsubscribe.heading')
              | translate: { topic: word | translate }
          "
        />
        <ui-card>
          <div class="stack">
            <ui-error-summary [problem]="problem()" />
            <p role="status">
              {{
                (done() ? 'notices.unsubscribe.doneText' : 'notices.unsubscribe.text') | translate
              }}
            </p>
            <div class="row">
              @if (!done()) {
                <button uiButton kind="primary" type="button" [busy]="busy()" (click)="end()">
                  {{ 'notices.unsubscribe.verb' | translate }}
                </button>
              }
              <a uiButton kind="quiet" routerLink="/settings/notifications">{{
                'notices.unsubscribe.settings' | translate
              }}</a>
            </div>
          </div>
        </ui-card>
      } @else {
        <ui-page-header [heading]="'notices.unsubscribe.title' | translate" />
        <ui-card>
          <ui-empty-state
            icon="link"
            [heading]="'notices.unsubscribe.incompleteHeading' | translate"
            [text]="'notices.unsubscribe.incomplete' | translate"
          >
            <a uiButton routerLink="/settings/notifications">{{
              'notices.unsubscribe.settings' | translate
            }}</a>
          </ui-empty-state>
        </ui-card>
      }
    </div>
  `,
})
export class Unsubscribe {
  private readonly api = inject(NoticesApi);
  readonly token = input('', { transform: inAddress });
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** The key of its name; whether the link is true is for the server to say. */
  protected readonly topic = computed(() => {
    const [, written] = this.token().split('.');
    const known = noticeTopics.find((one) => one === written);
    return known ? `notices.topics.${known}.name` : null;
  });

  protected end(): void {
    this.busy.set(true);
    this.problem.set(null);
    this.api.unsubscribe(this.token()).subscribe({
      next: () => {
        this.busy.set(false);
        this.done.set(true);
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
