import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { catchError, EMPTY } from 'rxjs';
import { Organisations } from '@ui/app/organisations';
import type { Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Autosave } from '@ui/autosave';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Stepper } from '@ui/stepper';
import { Toasts } from '@ui/toasts';
import { type JobRow, JobsApi } from '../jobs.api';
import { Conflict } from './conflict';
import { type DraftField, emptyDraft, missingIn, stepOf, steps, type StepId } from './draft';
import { DraftActions, draftFeature } from './draft.store';
import { DraftOffer } from './draft-offer';
import { Basics } from './steps/basics';
import { Budget } from './steps/budget';
import { Details } from './steps/details';
import { Preview } from './steps/preview';
import { Terms } from './steps/terms';

/** Posting a job in five steps. Every change is saved; nothing is public before the last button. */
@Component({
  selector: 'app-wizard',
  imports: [
    Autosave,
    Basics,
    Budget,
    Button,
    Card,
    Conflict,
    Details,
    DraftOffer,
    ErrorState,
    ErrorSummary,
    PageHeader,
    Preview,
    RouterLink,
    Skeleton,
    Stepper,
    Terms,
    TranslatePipe,
  ],
  templateUrl: './wizard.html',
  styleUrl: './wizard.scss',
})
export class Wizard {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  readonly id = input<string>();

  protected readonly state = this.store.selectSignal(draftFeature.selectJobDraftState);
  protected readonly form = signal(emptyDraft);
  private readonly organisations = inject(Organisations);
  /** The organisation that the job is for: of a new one, whom its client acts for. */
  protected readonly house = computed(() => {
    const { organisationId } = this.state();
    if (organisationId === undefined) return this.organisations.acting();
    return this.organisations.mine()?.items.find(({ id }) => id === organisationId) ?? null;
  });
  protected readonly older = signal<JobRow | null>(null);
  protected readonly tried = signal(false);
  protected readonly step = computed((): StepId => steps[this.form().step] ?? 'basics');
  protected readonly missing = computed(() => missingIn(this.form()));
  protected readonly stepper = computed(() =>
    steps.map((id, at) => ({
      id,
      label: this.say.it(`jobs.steps.${id}`),
      done: at < this.reached() && !this.missing().some((field) => stepOf[field] === id),
    })),
  );
  /** Said once publishing was tried: every missing field by its name. */
  protected readonly problem = computed((): Problem | null => {
    const refused = this.state().problem;
    if (!this.tried() || (this.missing().length === 0 && !refused)) return refused;
    const errors = this.missing().map((path) => ({
      path,
      code: 'required',
      message: this.say.it('ui.errors.required'),
    }));
    const known = { status: 422, code: 'jobs.incomplete', title: '', errors };
    return this.missing().length > 0 ? known : refused;
  });
  protected readonly labels = computed(() =>
    Object.fromEntries(
      Object.keys(stepOf).map((field) => [field, this.say.it(`jobs.fields.${field}`)]),
    ),
  );
  private readonly filled = this.store.selectSignal(draftFeature.selectForm);
  private readonly merges = this.store.selectSignal(draftFeature.selectMerges);
  private readonly reached = signal(0);
  private readonly known = signal(emptyDraft);

  constructor() {
    const api = inject(JobsApi);
    effect(() => {
      const id = this.id() ?? null;
      untracked(() => this.store.dispatch(DraftActions.opened({ id })));
      if (id !== null) return;
      const drafts = api.mine('draft').pipe(catchError(() => EMPTY));
      drafts.subscribe(({ items }) => this.older.set(items[0] ?? null));
    });
    effect(() => this.fill());
    effect(() => {
      const form = this.form();
      untracked(() => this.changed(form));
    });
    effect(() => {
      if (this.merges() > 0) this.toasts.say({ text: this.say.it('jobs.conflict.merged') });
    });
  }

  protected change(to: Partial<typeof emptyDraft>): void {
    this.form.update((form) => ({ ...form, ...to }));
  }
  protected go(id: string): void {
    this.change({ step: Math.max(0, (steps as readonly string[]).indexOf(id)) });
  }
  protected move(by: 1 | -1): void {
    this.change({ step: this.form().step + by });
  }
  protected goTo(field: string): void {
    this.go(stepOf[field as DraftField]);
  }
  protected resolve(theirs: readonly DraftField[]): void {
    this.store.dispatch(DraftActions.resolved({ form: this.form(), theirs }));
  }
  protected publish(): void {
    this.tried.set(true);
    if (this.missing().length === 0) {
      this.store.dispatch(DraftActions.publish({ form: this.form() }));
    }
  }
  protected open(): void {
    this.store.dispatch(DraftActions.opened({ id: this.id() ?? null }));
  }

  /** What the server or a merge says goes into the form, and is not a change of it. */
  private fill(): void {
    const form = this.filled();
    if (!form) return;
    untracked(() => {
      this.known.set(form);
      this.form.set(form);
      this.reached.set(form.step);
    });
  }
  private changed(form: typeof emptyDraft): void {
    this.reached.update((before) => Math.max(before, form.step));
    if (form === this.known() || form === emptyDraft) return;
    this.known.set(form);
    this.older.set(null);
    this.store.dispatch(DraftActions.changed({ form }));
  }
}
