import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { publishPlan } from '@wire/onboarding';
import { EMPTY } from 'rxjs';
import { Address } from '@ui/app/address';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { OnboardingApi } from './onboarding.api';
import { draftOf, newTask, planOf, type TaskDraft } from './plan-draft';
import { PlanTask } from './plan-task';

/** What is asked of who works for the organisation, or for one workspace: published in versions. */
@Component({
  selector: 'app-plan-editor',
  imports: [
    Button,
    Card,
    CheckField,
    EmptyState,
    ErrorState,
    ErrorSummary,
    Moment,
    PageHeader,
    PlanTask,
    SelectField,
    Skeleton,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './plan-editor.html',
  styles: `
    :host {
      display: block;
    }
    .rules {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: var(--s4);
      align-items: start;
    }
  `,
})
export class PlanEditor {
  private readonly api = inject(OnboardingApi);
  private readonly organisations = inject(Organisations);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  protected readonly address = inject(Address);
  /** From the address: a team; without one the whole organisation. */
  readonly workspace = input<string>();

  private readonly house = this.organisations.current;
  protected readonly page = answer(() => {
    const id = this.house()?.id;
    return id ? this.api.plans(id) : EMPTY;
  });
  private readonly scope = computed(() => this.workspace() ?? null);
  protected readonly published = computed(() =>
    this.page.value()?.items.find(({ workspaceId }) => workspaceId === this.scope()),
  );
  protected readonly draft = linkedSignal(() => draftOf(this.page.value(), this.scope()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly scopes = computed(() => [
    { value: '', label: this.say.it('onboarding.plan.everywhere') },
    ...(this.house()?.workspaces ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]);
  /** What the server would take. */
  protected readonly plan = computed(
    () => publishPlan.safeParse(planOf(this.draft(), this.scope())).data,
  );

  protected set(to: Partial<ReturnType<typeof this.draft>>): void {
    this.draft.update((draft) => ({ ...draft, ...to }));
  }
  protected add(): void {
    this.set({ tasks: [...this.draft().tasks, newTask] });
  }
  protected rewrite(at: number, task: TaskDraft): void {
    this.set({ tasks: this.draft().tasks.map((one, index) => (index === at ? task : one)) });
  }
  protected strike(at: number): void {
    this.set({ tasks: this.draft().tasks.filter((_, index) => index !== at) });
  }
  protected move(at: number, by: -1 | 1): void {
    const tasks = [...this.draft().tasks];
    tasks.splice(at + by, 0, ...tasks.splice(at, 1));
    this.set({ tasks });
  }
  protected publish(): void {
    const [plan, id] = [this.plan(), this.house()?.id];
    if (!plan || !id || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.api.publish(id, plan).subscribe({
      next: ({ version }) => {
        this.busy.set(false);
        this.toasts.say({ text: this.say.it('onboarding.plan.published', { version }) });
        this.page.refresh();
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
