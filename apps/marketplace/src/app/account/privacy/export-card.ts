import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { DataExport, OwnPrivacy } from '@wire/own-privacy';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorSummary } from '@ui/form/error-summary';
import { Moment } from '@ui/moment';
import { Status } from '@ui/status';
import { PrivacyApi } from './privacy.api';

const lookAgainMs = 2_000;
const tones = { making: 'attention', ready: 'brand', expired: 'neutral' } as const;

/** A copy of everything: asked for, made while one waits or does not, taken with a proof. */
@Component({
  selector: 'app-export-card',
  imports: [Button, Card, ErrorSummary, Moment, Status, TranslatePipe],
  template: `
    <ui-card [heading]="'privacy.export.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'privacy.export.text' | translate }}</p>
        <ui-error-summary [problem]="problem()" />
        @for (one of now().exports; track one.id) {
          <div class="copy">
            <ui-status [tone]="tones[one.state]">{{
              'privacy.export.states.' + one.state | translate
            }}</ui-status>
            <span><ui-moment [at]="one.askedAt" form="exact" /></span>
            @if (one.state === 'making') {
              <progress
                [max]="one.total ?? 1"
                [value]="one.done"
                [attr.aria-label]="'privacy.export.progress' | translate"
              ></progress>
            }
            @if (one.state === 'ready') {
              <span class="muted">{{ size(one) }}</span>
              <button uiButton small type="button" [busy]="busy()" (click)="take(one.id)">
                {{ 'privacy.export.take' | translate }}
              </button>
              @if (one.expiresAt; as until) {
                <span class="muted small">
                  {{ 'privacy.export.until' | translate }} <ui-moment [at]="until" form="exact" />
                </span>
              }
            }
          </div>
        }
        <div class="ask">
          <button
            uiButton
            type="button"
            [busy]="busy()"
            [disabled]="making() || now().nextExportAt !== null"
            (click)="ask()"
          >
            {{ 'privacy.export.ask' | translate }}
          </button>
          @if (!making() && now().nextExportAt; as next) {
            <span class="muted small">
              {{ 'privacy.export.next' | translate }} <ui-moment [at]="next" form="exact" />
            </span>
          }
        </div>
      </div>
    </ui-card>
  `,
  styles: `
    .copy,
    .ask {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s4);
    }
    .copy {
      padding-block: var(--s2);
      border-block-start: 1px solid var(--line);
    }
    progress {
      inline-size: 120px;
      accent-color: var(--brand);
    }
  `,
})
export class ExportCard {
  private readonly api = inject(PrivacyApi);
  private readonly view = inject(DOCUMENT).defaultView;
  readonly now = input.required<OwnPrivacy>();
  readonly changed = output();
  protected readonly tones = tones;
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly making = computed(() =>
    this.now().exports.some(({ state }) => state === 'making'),
  );

  constructor() {
    // While it is made the page asks how far it is.
    effect((undo) => {
      if (!this.now().exports.some(({ state }) => state === 'making')) return;
      const again = setTimeout(() => this.changed.emit(), lookAgainMs);
      undo(() => clearTimeout(again));
    });
  }

  protected size({ size }: DataExport): string {
    const kilobytes = Math.max(1, Math.round((size ?? 0) / 1024));
    return kilobytes < 1024 ? `${kilobytes} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
  }
  protected ask(): void {
    this.problem.set(null);
    this.busy.set(true);
    this.api.askExport().subscribe({
      next: () => this.done(),
      error: (thrown: unknown) => this.failed(thrown),
    });
  }
  protected take(exportId: string): void {
    this.problem.set(null);
    this.busy.set(true);
    this.api.linkTo(exportId).subscribe({
      next: ({ url }) => {
        this.view?.location.assign(url);
        this.done();
      },
      error: (thrown: unknown) => this.failed(thrown),
    });
  }

  private done(): void {
    this.busy.set(false);
    this.changed.emit();
  }
  private failed(thrown: unknown): void {
    this.busy.set(false);
    const problem = asProblem(thrown);
    // Whoever closes the question after the proof knows that nothing happened.
    if (problem.code !== 'accounts.step_up_required') this.problem.set(problem);
  }
}
