import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { type OwnRole, saveRole } from '@wire/organisations';
import { type Power, powers } from '@wire/permissions/vocabulary';
import type { Observable } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { OrgApi } from '../org.api';

/** A role: its name, what it lets people do, and what would be different for whom. */
@Component({
  selector: 'app-role-dialog',
  imports: [Button, CheckField, Dialog, ErrorSummary, TextField, TranslatePipe],
  templateUrl: './role-dialog.html',
  styleUrl: './role-dialog.scss',
})
export class RoleDialog {
  private readonly api = inject(OrgApi);
  readonly organisationId = input.required<string>();
  /** Null for a new one. */
  readonly role = input.required<OwnRole | null>();
  readonly mayGive = input.required<readonly Power[]>();
  readonly closed = output();
  readonly saved = output();
  protected readonly name = linkedSignal(() => this.role()?.name ?? '');
  protected readonly chosen = linkedSignal<readonly Power[]>(() => this.role()?.powers ?? []);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly offered = computed(() => powers.filter((one) => this.mayGive().includes(one)));
  protected readonly gained = computed(() => this.beyond(this.chosen(), this.role()?.powers));
  protected readonly lost = computed(() => this.beyond(this.role()?.powers ?? [], this.chosen()));
  protected readonly draft = computed(
    () => saveRole.safeParse({ name: this.name(), powers: this.chosen() }).data,
  );

  constructor() {
    afterNextRender(() => this.dialog().open());
  }

  protected choose(power: Power, isOn: boolean): void {
    const without = this.chosen().filter((one) => one !== power);
    this.chosen.set(powers.filter((one) => (isOn && one === power) || without.includes(one)));
  }
  protected save(): void {
    const draft = this.draft();
    if (!draft || this.busy()) return;
    this.busy.set(true);
    const role = this.role();
    const asked: Observable<unknown> = role
      ? this.api.changeRole(this.organisationId(), role.id, draft)
      : this.api.makeRole(this.organisationId(), draft);
    asked.subscribe({
      next: () => this.saved.emit(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
  private beyond(these: readonly Power[], those: readonly Power[] = []): readonly Power[] {
    return these.filter((one) => !those.includes(one));
  }
}
