import { Component, computed, DOCUMENT, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { signConfidentiality } from '@wire/confidentiality';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { JobsApi } from '../jobs.api';

/** What is signed before a brief is read; afterwards the signer's copy, to keep and to print. */
@Component({
  selector: 'app-sign',
  imports: [
    Button,
    Card,
    ErrorState,
    ErrorSummary,
    Moment,
    PageHeader,
    RouterLink,
    Skeleton,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './sign.html',
  styleUrl: './sign.scss',
})
export class Sign {
  private readonly api = inject(JobsApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly document = inject(DOCUMENT);
  readonly id = input.required<string>();
  /** From the address: the hash of one that somebody signed. */
  readonly text = input<string>();
  protected readonly paper = answer(() =>
    this.api.confidentiality(this.id(), this.words.language(), this.text()),
  );
  protected readonly name = computed(() => this.session.viewer()?.name ?? '');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  /** Another text was not what this name stood under. */
  protected readonly signature = linkedSignal({
    source: () => this.paper.value()?.sha256,
    computation: () => '',
  });
  protected readonly input = computed(() => {
    const { sha256 } = this.paper.value() ?? {};
    return signConfidentiality.safeParse({ signature: this.signature(), sha256 });
  });
  protected readonly about = computed(() => {
    const { version, client = '' } = this.paper.value() ?? {};
    return version
      ? this.say.it('jobs.sign.ofClient', { client, version })
      : this.say.it('jobs.sign.ofHouse');
  });

  protected sign(): void {
    const { success, data } = this.input();
    if (!success || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.api.sign(this.id(), data).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('jobs.sign.done') });
        void this.router.navigate(['/jobs', this.id()]);
      },
      error: (thrown: unknown) => {
        const problem = asProblem(thrown);
        this.busy.set(false);
        this.problem.set(problem);
        if (problem.code === 'confidentiality.text_changed') this.paper.refresh();
      },
    });
  }
  protected print(): void {
    this.document.defaultView?.print();
  }
}
