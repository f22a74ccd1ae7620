import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { answersStatus } from '@ui/app/answer-status';
import { Live } from '@ui/app/live';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Chip } from '@ui/chip';
import { ErrorState } from '@ui/error-state';
import { FileList } from '@ui/file-list';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Icon } from '@ui/icon';
import { LanguageName } from '@ui/names';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { JobActions, jobsFeature } from '../jobs.store';
import { Apply } from './apply';
import { ClientTrust } from './client-trust';

/** The public page of a job: what is wanted, by whom, for how much. */
@Component({
  selector: 'app-job-page',
  imports: [
    Apply,
    Button,
    Card,
    Chip,
    ClientTrust,
    ErrorState,
    FileList,
    Icon,
    LanguageName,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  templateUrl: './job-page.html',
  styleUrl: './job-page.scss',
})
export class JobPage {
  private readonly store = inject(Store);
  protected readonly session = inject(Session);
  readonly id = input.required<string>();
  protected readonly remote = this.store.selectSignal(jobsFeature.selectJob);
  /** What the store holds may still be the job of the page before. */
  protected readonly job = computed(() => {
    const { value } = this.remote();
    return value?.id === this.id() ? value : null;
  });

  constructor() {
    const [answers, meta, live] = [answersStatus(), inject(Meta), inject(Live)];
    effect((undo) => {
      const id = this.id();
      untracked(() => this.open());
      const watching = live.changes(`job:${id}`).subscribe(() => {
        this.store.dispatch(JobActions.changed({ id }));
      });
      undo(() => watching.unsubscribe());
    });
    effect(() => {
      answers(this.remote().problem);
      const { held, description, summary } = this.job() ?? {};
      const content = (held ? summary : description)?.slice(0, 155);
      if (content) meta.updateTag({ name: 'description', content });
    });
  }
  protected open(): void {
    this.store.dispatch(JobActions.opened({ id: this.id() }));
  }
}
