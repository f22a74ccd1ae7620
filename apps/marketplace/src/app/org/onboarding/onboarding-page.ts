import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { HandIn, ReviewTask } from '@wire/onboarding';
import type { Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Live } from '@ui/app/live';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { OnboardingApi } from './onboarding.api';
import { standingOf } from './standing';
import { TaskCard } from './task-card';

/** The tasks between one provider and one organisation: done here, and looked at here. */
@Component({
  selector: 'app-onboarding-page',
  imports: [
    Card,
    ErrorState,
    ErrorSummary,
    Moment,
    PageHeader,
    RouterLink,
    Skeleton,
    Status,
    TaskCard,
    TranslatePipe,
  ],
  templateUrl: './onboarding-page.html',
  styleUrl: './onboarding-page.scss',
  host: { '[class.page]': 'own()' },
})
export class OnboardingPage {
  private readonly api = inject(OnboardingApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  readonly own = input(false);
  /** From the address. */
  readonly onboardingId = input.required<string>();

  protected readonly busy = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly page = answer(() => this.api.onboarding(this.onboardingId()));
  protected readonly root = computed(() => (this.own() ? '/onboarding' : '/org/onboarding'));
  protected readonly standing = computed(() => {
    const view = this.page.value();
    return view ? standingOf(view) : null;
  });
  protected readonly heading = computed(() => {
    const view = this.page.value();
    if (!view) return this.say.it('onboarding.heading');
    return view.mine ? view.organisation.name : view.provider.name;
  });

  constructor() {
    effect((stop) => {
      const me = this.session.viewer()?.id;
      if (!me) return;
      const watching = this.live.changes(`account:${me}`).subscribe(() => this.page.refresh());
      stop(() => watching.unsubscribe());
    });
  }

  protected handIn(taskId: string, input: HandIn): void {
    const asked = this.api.handIn(this.onboardingId(), taskId, input);
    this.run(taskId, asked, 'onboarding.handedIn');
  }
  protected review(taskId: string, verdict: ReviewTask): void {
    const asked = this.api.review(this.onboardingId(), taskId, verdict);
    this.run(taskId, asked, verdict.accept ? 'onboarding.accepted' : 'onboarding.sentBack');
  }

  private run(taskId: string, asked: Observable<unknown>, done: string): void {
    this.busy.set(taskId);
    this.problem.set(null);
    asked.subscribe({
      next: () => {
        this.busy.set('');
        this.toasts.say({ text: this.say.it(done) });
        this.page.refresh();
      },
      error: (thrown: unknown) => {
        this.busy.set('');
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
