import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { onboardingState, type OnboardingRow } from '@wire/onboarding';
import { EMPTY } from 'rxjs';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Organisations } from '@ui/app/organisations';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import { OnboardingApi } from './onboarding.api';
import { standingOf } from './standing';

/** Who has tasks of the organisation to do; or, for a provider, of which organisations. */
@Component({
  selector: 'app-onboarding-list',
  imports: [
    Button,
    Cell,
    DataGrid,
    EmptyState,
    FilterSelect,
    Moment,
    PageHeader,
    RouterLink,
    Status,
    TranslatePipe,
  ],
  template: `
    <ui-page-header
      [heading]="'onboarding.heading' | translate"
      [lead]="'onboarding.lead.' + (own() ? 'own' : 'ours') | translate"
    >
      @if (!own()) {
        <a uiButton icon="edit" routerLink="/org/onboarding/plan">{{
          'onboarding.plan.heading' | translate
        }}</a>
      }
    </ui-page-header>
    <ui-data-grid
      opens
      [plain]="own()"
      [caption]="'onboarding.heading' | translate"
      [columns]="columns()"
      [list]="list"
      [rowId]="rowId"
      (open)="go($event)"
    >
      @if (!own()) {
        <ui-filter-select
          grid-tools
          [label]="'onboarding.columns.state' | translate"
          [all]="'onboarding.allStates' | translate"
          [choices]="states()"
          [value]="state() ?? ''"
          (valueChange)="address.change({ state: $event || null })"
        />
      }
      <ng-template uiCell="who" let-row>
        <a [routerLink]="[root(), row.id]"
          ><bdi>{{ nameOf(row) }}</bdi></a
        >
      </ng-template>
      <ng-template uiCell="state" let-row>
        <ui-status [tone]="standing(row).tone">{{
          'onboarding.states.' + standing(row).word | translate
        }}</ui-status>
      </ng-template>
      <ng-template uiCell="nextDueAt" let-row>
        @if (row.nextDueAt) {
          <ui-moment [at]="row.nextDueAt" />
        } @else {
          –
        }
      </ng-template>
      <ui-empty-state
        grid-empty
        icon="check"
        [heading]="'onboarding.none' | translate"
        [text]="'onboarding.noneText.' + (own() ? 'own' : 'ours') | translate"
      />
    </ui-data-grid>
  `,
  host: { '[class.page]': 'own()' },
  styles: `
    :host {
      display: block;
    }
  `,
})
export class OnboardingList {
  private readonly api = inject(OnboardingApi);
  private readonly organisations = inject(Organisations);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  protected readonly address = inject(Address);
  /** Of the route: what the viewer has to do, not what others have. */
  readonly own = input(false);
  /** From the address. */
  readonly state = input<string>();

  protected readonly root = computed(() => (this.own() ? '/onboarding' : '/org/onboarding'));
  protected readonly states = computed(() =>
    onboardingState.options.map((value) => ({
      ...{ value, label: this.say.it(`onboarding.states.${value}`) },
    })),
  );
  protected readonly list = listing<OnboardingRow>((after) => {
    if (this.own()) return this.api.mine(after);
    const id = this.organisations.current()?.id;
    return id ? this.api.ours(id, onboardingState.safeParse(this.state()).data, after) : EMPTY;
  });
  private readonly column = columnsFrom<OnboardingRow>('onboarding.columns');
  protected readonly columns = computed((): Column<OnboardingRow>[] => [
    {
      ...this.column('who', (row) => this.nameOf(row), { card: 'title' }),
      label: this.say.it(`onboarding.columns.${this.own() ? 'organisation' : 'provider'}`),
    },
    this.column('state', (row) => this.say.it(`onboarding.states.${standingOf(row).word}`)),
    this.column('done', ({ done, tasks }) => this.say.it('onboarding.doneOf', { done, tasks })),
    this.column('nextDueAt', ({ nextDueAt }) => nextDueAt ?? ''),
  ]);
  protected readonly rowId = ({ id }: OnboardingRow): string => id;
  protected readonly standing = standingOf;

  protected nameOf({ organisation, provider }: OnboardingRow): string {
    return this.own() ? organisation.name : provider.name;
  }
  protected go({ id }: OnboardingRow): void {
    void this.router.navigate([this.root(), id]);
  }
}
