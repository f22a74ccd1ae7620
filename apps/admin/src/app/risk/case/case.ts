import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Updated } from '@ui/updated';
import { CaseStatus } from '../case-state';
import { LinksCard } from '../links/links-card';
import { RiskApi } from '../risk.api';
import { Disposition } from './disposition';

/** One case: who it is, what was found beside what is listed, and what compliance makes of it. */
@Component({
  selector: 'app-case',
  imports: [
    Button,
    Can,
    Card,
    CaseStatus,
    Disposition,
    ErrorState,
    ErrorSummary,
    LinksCard,
    Moment,
    PageHeader,
    RouterLink,
    Skeleton,
    Status,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './case.html',
  styleUrl: './case.scss',
})
export class CasePage {
  private readonly api = inject(RiskApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly one = answer(() => this.api.one(this.id()));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly open = computed(() =>
    ['open', 'awaiting_user'].includes(this.one.value()?.state ?? ''),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('risk.titles.alerts'), link: '/risk/alerts' },
    { label: this.one.value()?.account.name ?? this.say.it('risk.one') },
  ]);

  constructor() {
    pulse(10_000).subscribe(() => this.one.refresh());
  }

  protected alike(score: number | null): string {
    return this.say.percent(Math.round((score ?? 0) * 100) * 100);
  }
  protected draft(): void {
    this.busy.set(true);
    this.api.draft(this.id()).subscribe({
      next: ({ id }) => void this.router.navigate(['/risk/reports', id]),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
