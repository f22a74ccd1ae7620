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
import { map, type Observable } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { PoolsApi } from './pools.api';

/** A name, and in an organisation who sees the pool: for a new one and for one that is there. */
@Component({
  selector: 'app-pool-dialog',
  imports: [Button, Dialog, ErrorSummary, SelectField, TextField, TranslatePipe],
  template: `
    <ui-dialog
      [heading]="(of() ? 'pools.change' : 'pools.open') | translate"
      (closed)="closed.emit()"
    >
      <form class="stack" (submit)="$event.preventDefault(); save()">
        <ui-error-summary [problem]="problem()" />
        <ui-text-field [label]="'pools.name' | translate" [maxlength]="80" [(value)]="name" />
        @if (organisationId()) {
          <ui-select-field
            [label]="'pools.columns.sharing' | translate"
            [choices]="choices()"
            [(value)]="workspace"
          />
        }
      </form>
      <button dialog-actions uiButton type="button" (click)="dialog().close()">
        {{ 'ui.cancel' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="button"
        [busy]="busy()"
        [disabled]="name().trim() === ''"
        (click)="save()"
      >
        {{ 'pools.save' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class PoolDialog {
  private readonly api = inject(PoolsApi);
  private readonly say = inject(Say);
  readonly organisationId = input.required<string | null>();
  readonly workspaces = input.required<readonly { id: string; name: string }[]>();
  /** The pool that is there already. */
  readonly of = input<{ id: string; name: string; workspaceId: string | null }>();
  readonly closed = output();
  readonly saved = output<string | null>();
  protected readonly name = linkedSignal(() => this.of()?.name ?? '');
  /** Nothing is the whole organisation. */
  protected readonly workspace = linkedSignal(() => this.of()?.workspaceId ?? '');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly choices = computed(() => [
    { value: '', label: this.say.it('pools.sharing.organisation') },
    ...this.workspaces().map(({ id, name }) => ({
      ...{ value: id, label: this.say.it('pools.sharing.only', { name }) },
    })),
  ]);

  constructor() {
    afterNextRender(() => this.dialog().open());
  }

  protected save(): void {
    if (this.name().trim() === '' || this.busy()) return;
    this.busy.set(true);
    this.asked().subscribe({
      next: (id) => this.saved.emit(id),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
  private asked(): Observable<string | null> {
    const [of, organisationId] = [this.of(), this.organisationId()];
    const to = { name: this.name().trim(), workspaceId: this.workspace() || null };
    return of
      ? this.api.change(of.id, to).pipe(map(() => null))
      : this.api.open({ ...to, organisationId }).pipe(map(({ id }) => id));
  }
}
