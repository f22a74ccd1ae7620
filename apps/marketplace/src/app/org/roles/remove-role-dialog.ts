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
import type { OwnRole } from '@wire/organisations';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { OrgApi } from '../org.api';
import { placeable } from '../role-words';

/** A role goes; whoever has it gets another one. */
@Component({
  selector: 'app-remove-role-dialog',
  imports: [Button, Dialog, ErrorSummary, SelectField, TranslatePipe],
  template: `
    <ui-dialog
      [heading]="'org.ownRoles.remove.heading' | translate: role()"
      (closed)="closed.emit()"
    >
      <div class="stack">
        <ui-error-summary [problem]="problem()" />
        <p>{{ 'org.ownRoles.remove.text' | translate: { count: role().people } }}</p>
        <ui-select-field
          [label]="'org.ownRoles.remove.replacement' | translate"
          [choices]="choices()"
          [(value)]="replacement"
        />
      </div>
      <button dialog-actions uiButton type="button" (click)="dialog().close()">
        {{ 'ui.cancel' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="danger"
        type="button"
        [busy]="busy()"
        (click)="remove()"
      >
        {{ 'org.ownRoles.remove.verb' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class RemoveRoleDialog {
  private readonly api = inject(OrgApi);
  private readonly say = inject(Say);
  readonly organisationId = input.required<string>();
  readonly role = input.required<OwnRole>();
  readonly others = input.required<readonly OwnRole[]>();
  readonly closed = output();
  readonly removed = output();
  protected readonly replacement = signal('member');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly choices = computed(() =>
    placeable(
      this.say,
      this.others().filter(({ id }) => id !== this.role().id),
    ).reverse(),
  );

  constructor() {
    afterNextRender(() => this.dialog().open());
  }

  protected remove(): void {
    this.busy.set(true);
    const { id } = this.role();
    this.api.removeRole(this.organisationId(), id, this.replacement()).subscribe({
      next: () => this.removed.emit(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
