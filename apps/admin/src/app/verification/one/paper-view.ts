import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { VerificationDetail } from '@wire/verification';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { VerificationApi } from '../verification.api';

const steps = [0.5, 0.75, 1, 1.5, 2, 3];

/**
 * Papers, one at a time, after saying why. The picture takes the keys: plus and minus, R turns it, the
 * arrows go to the next paper.
 */
@Component({
  selector: 'app-paper-view',
  imports: [Button, ErrorSummary, TextField, TranslatePipe],
  templateUrl: './paper-view.html',
  styleUrl: './paper-view.scss',
})
export class PaperView {
  private readonly api = inject(VerificationApi);
  readonly verificationId = input.required<string>();
  readonly files = input.required<VerificationDetail['files']>();

  protected readonly at = signal(0);
  protected readonly purpose = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly file = computed(() => this.files()[this.at()] ?? null);
  /** Another paper is another look: its link is asked for again. */
  protected readonly url = linkedSignal<unknown, string | null>({
    source: () => this.file()?.id,
    computation: () => null,
  });
  protected readonly zoom = signal(2);
  protected readonly turned = signal(0);
  protected readonly transform = computed(
    () => `rotate(${this.turned()}deg) scale(${steps[this.zoom()] ?? 1})`,
  );
  protected readonly percent = computed(() => (steps[this.zoom()] ?? 1) * 100);

  protected look(): void {
    const file = this.file();
    if (!file || this.purpose().trim() === '') return;
    this.busy.set(true);
    this.api.paper(this.verificationId(), file.id, this.purpose()).subscribe({
      next: ({ url }) => {
        this.url.set(url);
        this.rest(null);
      },
      error: (thrown: unknown) => this.rest(asProblem(thrown)),
    });
  }
  protected keyed(event: KeyboardEvent): void {
    const act = {
      '+': () => this.scale(1),
      '=': () => this.scale(1),
      '-': () => this.scale(-1),
      r: () => this.turn(),
      ArrowRight: () => this.go(1),
      ArrowLeft: () => this.go(-1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  protected scale(by: number): void {
    this.zoom.update((now) => Math.min(steps.length - 1, Math.max(0, now + by)));
  }
  protected turn(): void {
    this.turned.update((now) => (now + 90) % 360);
  }
  protected go(by: number): void {
    const count = this.files().length;
    if (count === 0) return;
    this.at.update((now) => (now + by + count) % count);
    this.zoom.set(2);
    this.turned.set(0);
    if (this.purpose().trim() !== '') this.look();
  }
  private rest(problem: Problem | null): void {
    this.busy.set(false);
    this.problem.set(problem);
  }
}
