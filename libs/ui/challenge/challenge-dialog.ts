import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Subscription } from 'rxjs';
import { Button } from '../button';
import { Dialog } from '../dialog';
import { type Asked, SOLVER } from './solver';
import type { ChallengeAnswer } from '@wire/challenges';

/** Nobody is shown what is over before it could be read. */
const shownAfterMs = 500;
/** Screen readers hear of every quarter, not of every step. */
const heardSteps = 4;

/** Works for a door that is knocked at too often, says how far it is, and lets people stop it. */
@Component({
  selector: 'ui-challenge',
  imports: [Button, Dialog, TranslatePipe],
  template: `
    <ui-dialog [heading]="'ui.challenge.heading' | translate" (closed)="leave()">
      <p [id]="id">{{ 'ui.challenge.text' | translate }}</p>
      <progress [attr.aria-labelledby]="id" [value]="done()" max="100"></progress>
      <p class="muted small" role="status">
        {{ 'ui.challenge.done' | translate: { percent: heard() } }}
      </p>
      <button dialog-actions uiButton type="button" (click)="leave()">
        {{ 'ui.cancel' | translate }}
      </button>
    </ui-dialog>
  `,
  styles: `
    progress {
      appearance: none;
      inline-size: 100%;
      block-size: 6px;
      margin-block: var(--s4) var(--s2);
      border: 0;
      border-radius: 3px;
      background: var(--sunken);
      overflow: hidden;
    }
    progress::-webkit-progress-bar {
      background: var(--sunken);
    }
    progress::-webkit-progress-value {
      background: var(--brand);
    }
    progress::-moz-progress-bar {
      background: var(--brand);
    }
  `,
})
export class ChallengeDialog {
  private readonly solver = inject(SOLVER);
  readonly challenge = input.required<Asked>();
  readonly answered = output<ChallengeAnswer | null>();
  protected readonly id = 'challenge-text';
  private readonly tried = signal(0);
  protected readonly done = computed(() =>
    Math.min(100, Math.round((100 * this.tried()) / this.challenge().most)),
  );
  protected readonly heard = computed(
    () => (Math.floor((this.done() * heardSteps) / 100) * 100) / heardSteps,
  );
  private readonly dialog = viewChild.required(Dialog);
  private work: Subscription | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;

  start(): void {
    this.later = setTimeout(() => this.dialog().open(), shownAfterMs);
    this.work = this.solver(this.challenge()).subscribe({
      next: (heard) => {
        if ('tried' in heard) return this.tried.set(heard.tried);
        const { parameters, signature } = this.challenge();
        const challenge = { parameters, signature };
        this.end(heard.solution && { challenge, solution: heard.solution });
      },
      error: () => this.end(null),
    });
  }
  protected leave(): void {
    this.end(null);
  }
  /** Once: what closes the dialog would otherwise answer a second time. */
  private end(answer: ChallengeAnswer | null): void {
    if (!this.work) return;
    clearTimeout(this.later);
    this.work.unsubscribe();
    this.work = undefined;
    this.dialog().close();
    this.answered.emit(answer);
  }
}
