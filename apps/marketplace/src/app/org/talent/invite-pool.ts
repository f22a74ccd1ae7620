import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { PoolInvited } from '@wire/talent';
import { concatMap, from } from 'rxjs';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { Skeleton } from '@ui/skeleton';
import { PoolsApi } from './pools.api';

/** So many in one call: what is under way is seen, and what fails leaves the others asked. */
const atOnce = 20;

/** Asks everybody who was chosen to one of the viewer's open jobs, and says who was not asked. */
@Component({
  selector: 'app-invite-pool',
  imports: [
    Button,
    Dialog,
    ErrorState,
    ErrorSummary,
    RouterLink,
    SelectField,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './invite-pool.html',
  styles: `
    progress {
      inline-size: 100%;
    }
    li {
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
      font-size: var(--t14);
    }
  `,
})
export class InvitePool {
  private readonly api = inject(PoolsApi);
  readonly poolId = input.required<string>();
  readonly providerIds = input.required<readonly string[]>();
  readonly closed = output();
  protected readonly jobs = answer(() => this.api.openJobs());
  protected readonly job = signal('');
  protected readonly asked = signal(0);
  protected readonly invited = signal(0);
  protected readonly skipped = signal<PoolInvited['skipped']>([]);
  protected readonly state = signal<'choosing' | 'asking' | 'done'>('choosing');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly choices = computed(() =>
    (this.jobs.value()?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
  );

  constructor() {
    afterNextRender(() => this.dialog().open());
  }

  /** Said again after a failure it begins anew: whoever was asked is skipped then. */
  protected send(): void {
    this.problem.set(null);
    this.asked.set(0);
    this.invited.set(0);
    this.skipped.set([]);
    this.state.set('asking');
    const ids = this.providerIds();
    const starts = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, at) => at * atOnce);
    const asking = from(starts.map((start) => ids.slice(start, start + atOnce))).pipe(
      concatMap((providerIds) =>
        this.api.invite(this.poolId(), { jobId: this.job(), providerIds: [...providerIds] }),
      ),
    );
    asking.subscribe({
      next: ({ invited, skipped }) => {
        this.invited.update((count) => count + invited);
        this.skipped.update((all) => [...all, ...skipped]);
        this.asked.update((count) => count + invited + skipped.length);
      },
      error: (thrown: unknown) => {
        this.problem.set(asProblem(thrown));
        this.state.set('choosing');
      },
      complete: () => this.state.set('done'),
    });
  }
}
