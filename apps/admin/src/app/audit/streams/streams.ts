import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { TextField } from '@ui/form/text-field';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Updated } from '@ui/updated';
import { AuditApi } from '../audit.api';
import { AuditWords } from '../audit-words';
import { begun, checkAll, type Run } from './check-run';
import { streamIn } from './stream-name';

/** The record as a whole: how far its signed log is, whether the rows still fit it, and a way into it. */
@Component({
  selector: 'app-record-state',
  imports: [
    Button,
    Card,
    Copy,
    ErrorState,
    Moment,
    PageHeader,
    RouterLink,
    Skeleton,
    Status,
    TextField,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './streams.html',
  styleUrl: './streams.scss',
})
export class RecordState {
  private readonly api = inject(AuditApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  protected readonly words = inject(AuditWords);
  private readonly ends = inject(DestroyRef);
  protected readonly state = answer(() => this.api.state());
  protected readonly crumbs = computed(() =>
    this.words.crumbs({ label: this.say.it('audit.streams.heading') }),
  );
  protected readonly typed = signal('');
  protected readonly unknown = signal(false);

  protected readonly run = signal<Run | null>(null);
  protected readonly busy = signal(false);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly share = computed(() => {
    const size = this.state.value()?.checkpoint?.size ?? 0;
    const run = this.run();
    if (!run) return 0;
    return run.isDone ? 100 : Math.min(99, Math.floor((run.checked * 100) / Math.max(1, size)));
  });

  constructor() {
    // Every look is a line of the staff log, and so an event itself.
    pulse(20_000).subscribe(() => this.state.refresh());
  }

  protected open(event: Event): void {
    event.preventDefault();
    const stream = streamIn(this.typed());
    this.unknown.set(stream === null);
    if (stream !== null) void this.router.navigate(['/ops/streams', stream]);
  }
  protected check(): void {
    this.run.set(begun);
    this.failed.set(null);
    this.busy.set(true);
    checkAll((from, count) => this.api.check(from, count))
      .pipe(takeUntilDestroyed(this.ends))
      .subscribe({
        next: (run) => this.run.set(run),
        error: (thrown: unknown) => {
          this.failed.set(asProblem(thrown));
          this.busy.set(false);
        },
        complete: () => this.busy.set(false),
      });
  }
}
