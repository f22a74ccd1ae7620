import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { OrganisationView } from '@wire/organisations';
import { EMPTY, type Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { ErrorState } from '@ui/error-state';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { OrgApi } from '../org.api';
import { ConfidentialityCard } from './confidentiality-card';
import { FieldsCard } from './fields-card';
import { LimitsCard } from './limits-card';
import { RulesCard } from './rules-card';
import { WorkspacesCard } from './workspaces-card';

/** What the organisation wants: limits, workspaces with budgets, what has to be filled in. */
@Component({
  selector: 'app-org-settings',
  imports: [
    ConfidentialityCard,
    ErrorState,
    FieldsCard,
    LimitsCard,
    PageHeader,
    RulesCard,
    Skeleton,
    TranslatePipe,
    WorkspacesCard,
  ],
  providers: [ProblemWords],
  template: `
    <ui-page-header
      [heading]="'org.settings.heading' | translate"
      [lead]="governs() ? undefined : ('org.settings.readOnly' | translate)"
    />
    @if (page.problem(); as problem) {
      <ui-error-state [problem]="problem" (retry)="page.load()" />
    } @else if (page.value(); as found) {
      <div class="stack gap-6">
        <app-limits-card
          [of]="found"
          [governs]="governs()"
          (changed)="run(api.limit(found.id, $event))"
        />
        <app-workspaces-card
          [of]="found"
          [governs]="governs()"
          (added)="run(api.addWorkspace(found.id, $event))"
          (changed)="run(api.changeWorkspace(found.id, $event.id, $event.to))"
        />
        <app-fields-card
          [of]="found"
          [governs]="governs()"
          (changed)="run(api.ask(found.id, $event))"
        />
        <app-confidentiality-card [of]="found.id" [governs]="governs()" />
        @if (governs()) {
          <app-rules-card [of]="found" (changed)="run(api.change(found.id, $event))" />
        }
      </div>
    } @else {
      <ui-skeleton shape="rows" [count]="4" />
    }
  `,
})
export class OrgSettings {
  protected readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  private readonly id = computed(() => this.organisations.current()?.id);
  protected readonly page = answer(() => this.ask());
  protected readonly governs = computed(() =>
    (this.page.value()?.powers ?? []).includes('settings'),
  );

  protected run(asked: Observable<unknown>): void {
    asked.subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('org.settings.saved') });
        this.page.refresh();
        void this.organisations.refresh();
      },
      error: (thrown: unknown) => {
        this.toasts.fail(this.words.transform(asProblem(thrown)));
        this.page.refresh();
      },
    });
  }
  private ask(): Observable<OrganisationView> {
    const id = this.id();
    return id ? this.api.organisation(id) : EMPTY;
  }
}
