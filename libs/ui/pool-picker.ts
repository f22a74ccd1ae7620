import {
  booleanAttribute,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { created } from '@wire/primitives';
import { type PoolRow, pools } from '@wire/talent';
import { type Observable, of, map, switchMap } from 'rxjs';
import { Ability } from './app/ability';
import { Api, nothing } from './app/api';
import { Organisations } from './app/organisations';
import { asProblem, type Problem } from './app/problem';
import { Say } from './app/say';
import { Button } from './button';
import { Dialog } from './dialog';
import { ErrorSummary } from './form/error-summary';
import { type Choice, SelectField } from './form/select-field';
import { TagsField } from './form/tags-field';
import { TextArea } from './form/text-area';
import { TextField } from './form/text-field';
import { Toasts } from './toasts';

const fresh = 'new';

/** Keeps a provider in a pool, from wherever one meets them: a button, and the form behind it. */
@Component({
  selector: 'ui-pool-picker',
  imports: [
    Button,
    Dialog,
    ErrorSummary,
    SelectField,
    TagsField,
    TextArea,
    TextField,
    TranslatePipe,
  ],
  template: `
    @if (ability.can('update', 'TalentPool')) {
      <button uiButton type="button" icon="plus" [small]="small()" (click)="show()">
        {{ 'ui.pools.keep' | translate }}
        <span class="visually-hidden">{{ provider().name }}</span>
      </button>
    }
    <ui-dialog [heading]="'ui.pools.heading' | translate: { name: provider().name }">
      <form class="stack" (submit)="$event.preventDefault(); save()">
        <ui-error-summary [problem]="problem()" />
        @if (inside(); as names) {
          <p role="status">{{ 'ui.pools.inside' | translate: { names } }}</p>
        }
        <ui-select-field
          [label]="'ui.pools.pool' | translate"
          [choices]="choices()"
          [(value)]="chosen"
        />
        @if (chosen() === fresh) {
          <ui-text-field [label]="'ui.pools.name' | translate" [maxlength]="80" [(value)]="name" />
          @if (owners().length > 1) {
            <ui-select-field
              [label]="'ui.pools.for' | translate"
              [choices]="owners()"
              [(value)]="owner"
            />
          }
        }
        <ui-text-area
          optional
          [label]="'ui.pools.note' | translate"
          [hint]="'ui.pools.noteHint' | translate"
          [rows]="3"
          [limit]="1000"
          [(value)]="note"
        />
        <ui-tags-field
          optional
          [label]="'ui.pools.tags' | translate"
          [hint]="'ui.pools.tagsHint' | translate"
          [most]="10"
          [(value)]="tags"
        />
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
        [disabled]="!isRight()"
        (click)="save()"
      >
        {{ 'ui.pools.save' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class PoolPicker {
  private readonly api = inject(Api);
  private readonly organisations = inject(Organisations);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  protected readonly ability = inject(Ability);
  readonly provider = input.required<{ readonly id: string; readonly name: string }>();
  readonly small = input(false, { transform: booleanAttribute });

  protected readonly fresh = fresh;
  protected readonly all = signal<readonly PoolRow[]>([]);
  protected readonly chosen = signal(fresh);
  protected readonly name = signal('');
  protected readonly owner = signal('');
  protected readonly note = signal('');
  protected readonly tags = signal<readonly string[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly dialog = viewChild.required(Dialog);

  protected readonly inside = computed(() => {
    const names = this.all().flatMap(({ holds, name }) => (holds ? [name] : []));
    return names.join(' · ');
  });
  protected readonly choices = computed((): Choice[] => [
    ...this.all()
      .filter(({ holds, mayChange }) => mayChange && !holds)
      .map(({ id, name, organisation }) => ({
        ...{ value: id, label: organisation ? `${name} – ${organisation.name}` : name },
      })),
    { value: fresh, label: this.say.it('ui.pools.new') },
  ]);
  /** Nothing is oneself. */
  protected readonly owners = computed((): Choice[] => [
    { value: '', label: this.say.it('ui.pools.own') },
    ...(this.organisations.mine()?.items ?? [])
      .filter(({ powers }) => powers.includes('pools'))
      .map(({ id, name }) => ({ value: id, label: name })),
  ]);

  protected show(): void {
    this.problem.set(null);
    this.owner.set(this.organisations.acting()?.id ?? '');
    this.dialog().open();
    const query = { providerId: this.provider().id };
    this.api.get('/pools', pools, { query }).subscribe({
      next: ({ items }) => {
        this.all.set(items);
        this.chosen.set(this.choices()[0]?.value ?? fresh);
      },
      error: (thrown: unknown) => this.problem.set(asProblem(thrown)),
    });
  }
  protected isRight(): boolean {
    return this.chosen() !== fresh || this.name().trim() !== '';
  }
  protected save(): void {
    if (!this.isRight() || this.busy()) return;
    this.busy.set(true);
    const words = { note: this.note(), tags: [...this.tags()] };
    const pool = this.pool();
    const path = (id: string) => `/pools/${id}/providers/${this.provider().id}`;
    pool
      .pipe(switchMap((id) => this.api.put(path(id), words, nothing).pipe(map(() => id))))
      .subscribe({
        next: (id) => this.kept(path(id)),
        error: (thrown: unknown) => {
          this.busy.set(false);
          this.problem.set(asProblem(thrown));
        },
      });
  }

  private pool(): Observable<string> {
    if (this.chosen() !== fresh) return of(this.chosen());
    const input = { name: this.name().trim(), organisationId: this.owner() || null };
    return this.api.post('/pools', input, created).pipe(map(({ id }) => id));
  }
  private kept(path: string): void {
    this.busy.set(false);
    this.note.set('');
    this.tags.set([]);
    this.name.set('');
    this.dialog().close();
    const text = this.say.it('ui.pools.kept', { name: this.provider().name });
    this.toasts.say({ text, undo: () => this.api.delete(path, nothing).subscribe() });
  }
}
