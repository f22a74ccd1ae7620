import {
  booleanAttribute,
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
import type { Observable } from 'rxjs';
import { newKey } from './app/api';
import { asProblem, type Problem } from './app/problem';
import { Say } from './app/say';
import { Button } from './button';
import { Dialog } from './dialog';
import { ErrorSummary } from './form/error-summary';
import { TextArea } from './form/text-area';
import { Icon } from './icon';
import { Toasts } from './toasts';

/** Sends what was written; answers the approval that it waits for now, null when it is done. */
export type Send = (reason: string, idempotencyKey: string) => Observable<string | null>;

/**
 * Staff want something, and say why. What a second person has to want too ends with a link to the
 * request; what one person may do alone ends with `done` as a toast. Fields of the page's own are its
 * content; `[ready]` says whether they are filled in.
 */
@Component({
  selector: 'ui-proposal-dialog',
  imports: [Button, Dialog, ErrorSummary, Icon, RouterLink, TextArea, TranslatePipe],
  template: `
    <ui-dialog [heading]="heading()" [wide]="wide()" (closed)="closed.emit(sent())">
      @if (approvalId(); as id) {
        <div class="asked" role="status">
          <ui-icon name="check" />
          <p>{{ 'ui.proposal.asked' | translate }}</p>
        </div>
      } @else {
        <div class="stack">
          @if (lead(); as lead) {
            <p class="muted">{{ lead }}</p>
          }
          <ui-error-summary [problem]="problem()" />
          <ng-content />
          <ui-text-area
            [rows]="3"
            [limit]="1000"
            [label]="reasonLabel() ?? ('ui.proposal.reason' | translate)"
            [hint]="reasonHint() ?? ('ui.proposal.reasonHint' | translate)"
            [errors]="errors()"
            [touched]="touched()"
            [(value)]="reason"
            (touch)="touched.set(true)"
          />
        </div>
      }
      <ng-container dialog-actions>
        @if (approvalId(); as id) {
          <a uiButton [routerLink]="['/approvals', id]">{{ 'ui.proposal.open' | translate }}</a>
          <button uiButton kind="primary" type="button" (click)="close()">
            {{ 'ui.proposal.finish' | translate }}
          </button>
        } @else {
          <button uiButton type="button" (click)="close()">{{ 'ui.cancel' | translate }}</button>
          <button
            uiButton
            type="button"
            [kind]="danger() ? 'danger' : 'primary'"
            [busy]="busy()"
            [disabled]="!ready()"
            (click)="tell()"
          >
            {{ verb() }}
          </button>
        }
      </ng-container>
    </ui-dialog>
  `,
  styles: `
    .asked {
      display: flex;
      gap: var(--s3);
      padding: var(--s4);
      border-radius: var(--radius-control);
      background: var(--brand-soft);
    }
    .asked ui-icon {
      margin-block-start: 2px;
      color: var(--brand-strong);
    }
  `,
})
export class ProposalDialog {
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  readonly heading = input.required<string>();
  readonly lead = input<string>();
  /** The verb on the button: "Ask to lift the hold". */
  readonly verb = input.required<string>();
  readonly send = input.required<Send>();
  readonly ready = input(true, { transform: booleanAttribute });
  readonly danger = input(false, { transform: booleanAttribute });
  readonly wide = input(false, { transform: booleanAttribute });
  readonly reasonLabel = input<string>();
  readonly reasonHint = input<string>();
  /** What is said when nobody else has to agree. */
  readonly done = input<string>();
  /** Whether something was sent. */
  readonly closed = output<boolean>();

  protected readonly reason = signal('');
  protected readonly touched = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly approvalId = signal<string | null>(null);
  protected readonly sent = signal(false);
  protected readonly errors = computed(() => {
    const length = this.reason().trim().length;
    if (length === 0) return [{ kind: 'required', message: '' }];
    return length > 1_000 ? [{ kind: 'maxLength', message: '' }] : [];
  });
  /** One for as long as it is open: a lost answer and a second click ask once. */
  private readonly key = newKey();
  private readonly dialog = viewChild.required(Dialog);

  open(): void {
    this.dialog().open();
  }
  protected close(): void {
    this.dialog().close();
  }
  protected tell(): void {
    this.touched.set(true);
    if (this.busy() || this.errors().length > 0) return;
    this.busy.set(true);
    this.problem.set(null);
    this.send()(this.reason().trim(), this.key).subscribe({
      next: (approvalId) => this.settle(approvalId),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
  private settle(approvalId: string | null): void {
    this.busy.set(false);
    this.sent.set(true);
    this.approvalId.set(approvalId);
    if (approvalId !== null) return;
    this.toasts.say({ text: this.done() ?? this.say.it('ui.proposal.done') });
    this.close();
  }
}
