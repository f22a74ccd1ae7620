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
import { TranslatePipe } from '@ngx-translate/core';
import { inviteMember } from '@wire/organisations';
import { isOrgRole } from '@wire/permissions/vocabulary';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { type Choice, SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { OrgApi } from '../org.api';

/** An address and a role; the rest is in the mail. */
@Component({
  selector: 'app-invite-dialog',
  imports: [Button, Dialog, ErrorSummary, SelectField, TextField, TranslatePipe],
  template: `
    <ui-dialog [heading]="'org.invite.heading' | translate" (closed)="closed.emit()">
      <div class="stack">
        <ui-error-summary [problem]="problem()" />
        <ui-text-field
          type="email"
          autocomplete="off"
          [label]="'org.invite.email' | translate"
          [(value)]="email"
        />
        <ui-select-field
          [label]="'org.invite.role' | translate"
          [choices]="roles()"
          [(value)]="role"
        />
        @if (isUsual()) {
          <p class="muted small">{{ 'org.roleTexts.' + role() | translate }}</p>
        }
      </div>
      <button dialog-actions uiButton type="button" (click)="dialog().close()">
        {{ 'ui.cancel' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="button"
        [busy]="busy()"
        [disabled]="!email().includes('@')"
        (click)="send()"
      >
        {{ 'org.invite.send' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class InviteDialog {
  private readonly api = inject(OrgApi);
  readonly organisationId = input.required<string>();
  readonly roles = input.required<readonly Choice[]>();
  readonly closed = output();
  readonly sent = output();
  protected readonly email = signal('');
  protected readonly role = signal('hirer');
  /** What a role of the organisation's own lets people do is on the page of roles. */
  protected readonly isUsual = computed(() => isOrgRole(this.role()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly dialog = viewChild.required(Dialog);

  constructor() {
    afterNextRender(() => this.dialog().open());
  }

  protected send(): void {
    const read = inviteMember.safeParse({ email: this.email().trim(), role: this.role() });
    if (!read.success) {
      const known = { status: 422, code: 'organisations.bad_address', title: '', errors: [] };
      this.problem.set(known);
      return;
    }
    this.busy.set(true);
    this.api.invite(this.organisationId(), read.data).subscribe({
      next: () => this.sent.emit(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
