import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { conflictIn, isStaffRole } from '@wire/duties';
import { type Role, staffRoles } from '@wire/permissions';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { CheckField } from '@ui/form/check-field';
import { Icon } from '@ui/icon';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { Status } from '@ui/status';
import { EMPTY } from 'rxjs';
import { UsersApi } from '../users.api';

type StaffRole = (typeof staffRoles)[number];

/** Which staff roles somebody is to have; two that one person never holds are explained at once. */
@Component({
  selector: 'app-roles-dialog',
  imports: [CheckField, Icon, ProposalDialog, Status, TranslatePipe],
  template: `
    <ui-proposal-dialog
      [heading]="'users.roles.heading' | translate: { name: of().name }"
      [lead]="'users.roles.lead' | translate"
      [verb]="'users.roles.verb' | translate"
      [ready]="changed() && conflict() === null"
      [send]="send"
      (closed)="closed.emit($event)"
    >
      <fieldset>
        <legend>{{ 'users.roles.staff' | translate }}</legend>
        @for (role of all; track role) {
          <ui-check-field
            [label]="'shell.roles.' + role | translate"
            [hint]="'users.roles.does.' + role | translate"
            [checked]="chosen().has(role)"
            (checkedChange)="toggle(role)"
          />
        }
      </fieldset>
      <p class="why" role="status">
        @if (conflict(); as conflict) {
          <ui-icon name="alert" />
          <span>
            <b>{{ 'users.roles.never' | translate: conflict.names }}</b>
            {{ 'users.roles.conflicts.' + conflict.rule | translate }}
          </span>
        }
      </p>
      @if (diff().length > 0) {
        <div class="diff" role="status">
          <p>
            <b>{{ 'users.roles.diff' | translate }}</b>
          </p>
          <ul>
            @for (one of diff(); track one.permission) {
              <li>
                <ui-status [tone]="one.kind === 'gained' ? 'brand' : 'danger'">{{
                  'users.roles.' + one.kind | translate
                }}</ui-status>
                <code>{{ one.permission }}</code>
                <span class="muted">{{ 'users.roles.reach' | translate: one }}</span>
              </li>
            }
          </ul>
        </div>
      }
    </ui-proposal-dialog>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
      gap: var(--s3) var(--s4);
    }
    legend {
      margin-block-end: var(--s2);
      font-weight: 550;
    }
    .diff {
      overflow: auto;
      max-block-size: 30dvh;
      padding: var(--s3) var(--s4);
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
    }
    .diff li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1) var(--s3);
      padding-block: var(--s1);
    }
    .why {
      display: flex;
      gap: var(--s3);
    }
    .why:has(b) {
      padding: var(--s3) var(--s4);
      border-radius: var(--radius-control);
      background: var(--danger-soft);
    }
    .why ui-icon {
      margin-block-start: 2px;
      color: var(--danger);
    }
  `,
})
export class RolesDialog {
  private readonly api = inject(UsersApi);
  private readonly say = inject(Say);
  readonly of = input.required<{ id: string; name: string; roles: readonly Role[] }>();
  readonly closed = output<boolean>();

  protected readonly all = staffRoles;
  protected readonly chosen = linkedSignal<ReadonlySet<StaffRole>>(
    () => new Set(this.of().roles.filter(isStaffRole)),
  );
  protected readonly changed = computed(() => {
    const now = this.of().roles.filter(isStaffRole);
    return now.length !== this.chosen().size || now.some((role) => !this.chosen().has(role));
  });
  protected readonly conflict = computed(() => {
    const kept = this.of().roles.filter((role) => !isStaffRole(role));
    const found = conflictIn([...kept, ...this.chosen()]);
    if (!found) return null;
    const [one, other] = found.roles.map((role) => this.say.it(`shell.roles.${role}`));
    return { rule: found.conflict, names: { one, other } };
  });
  /** What would come and go, and how far: asked of the server, which knows everybody of staff. */
  private readonly change = answer(
    () =>
      this.changed() && !this.conflict()
        ? this.api.roleChange(this.of().id, [...this.chosen()])
        : EMPTY,
    { keeps: true },
  );
  protected readonly diff = computed(() =>
    this.changed() && !this.conflict() ? (this.change.value()?.changes ?? []) : [],
  );
  protected readonly send: Send = (reason, key) =>
    this.api.proposeRoles(this.of().id, { roles: [...this.chosen()], reason }, key);
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }

  protected toggle(role: StaffRole): void {
    const next = new Set(this.chosen());
    if (!next.delete(role)) next.add(role);
    this.chosen.set(next);
  }
}
