import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslatePipe } from '@ngx-translate/core';
import { Ability } from '@ui/app/ability';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { TextField } from '@ui/form/text-field';
import { Icon } from '@ui/icon';
import { PageHeader } from '@ui/page-header';
import { AuditApi } from '../audit.api';
import { AuditWords } from '../audit-words';
import { VERIFIER } from './thread';
import { type Answer, findingsOf } from './verdict';

const counted = ['events', 'entries', 'streams', 'accounts'] as const;
const looks = ['brand', 'danger', 'attention'] as const;

/** An export is dropped here and checked in this browser: nothing of it is sent anywhere. */
@Component({
  selector: 'app-verify',
  imports: [Button, Card, Copy, ErrorState, Icon, PageHeader, TextField, TranslatePipe],
  templateUrl: './verify.html',
  styleUrl: './verify.scss',
})
export class Verify {
  private readonly verify = inject(VERIFIER);
  private readonly say = inject(Say);
  private readonly ends = inject(DestroyRef);
  protected readonly words = inject(AuditWords);

  protected readonly counted = counted;
  protected readonly file = signal<File | null>(null);
  protected readonly answer = signal<Answer | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly over = signal(false);
  protected readonly key = signal('');
  protected readonly crumbs = computed(() =>
    this.words.crumbs({ label: this.say.it('audit.verify.heading') }),
  );
  protected readonly look = computed(() => looks[this.answer()?.exit ?? 0]);
  protected readonly verdict = computed(() => {
    const answer = this.answer();
    return answer && 'findings' in answer ? answer : null;
  });
  protected readonly findings = computed(() => {
    const verdict = this.verdict();
    return (verdict ? findingsOf(verdict) : []).map(({ word, values, text }) =>
      word === null ? text : this.say.it(`audit.verify.findings.${word}`, values),
    );
  });
  protected readonly headline = computed(() => {
    const answer = this.answer();
    if (!answer) return '';
    if ('unreadable' in answer)
      return this.say.it('audit.verify.unreadable', { why: answer.unreadable });
    const count = this.words.number(answer.counts.events);
    return answer.exit === 0
      ? this.say.it('audit.verify.whole', { count })
      : (this.findings()[0] ?? '');
  });

  constructor() {
    // Whoever may see the log compares with its key; anybody else pastes the one they know.
    if (inject(Ability).can('inspect', 'AuditLog'))
      inject(AuditApi)
        .state()
        .pipe(takeUntilDestroyed())
        .subscribe({ next: ({ vkey }) => this.key.update((key) => key || vkey), error: () => {} });
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.check(event.dataTransfer?.files[0]);
  }
  protected check(file: File | undefined | null): void {
    if (!file) return;
    this.file.set(file);
    this.answer.set(null);
    this.problem.set(null);
    this.busy.set(true);
    this.verify(file, this.key().trim() || undefined)
      .pipe(takeUntilDestroyed(this.ends))
      .subscribe({
        next: (answer) => this.answer.set(answer),
        error: (thrown: unknown) => {
          this.busy.set(false);
          this.problem.set(asProblem(thrown));
        },
        complete: () => this.busy.set(false),
      });
  }
}
