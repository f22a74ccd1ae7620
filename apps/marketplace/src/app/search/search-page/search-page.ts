import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe, TranslateService } from '@ngx-translate/core';
import { answersStatus } from '@ui/app/answer-status';
import { Session } from '@ui/app/session';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { type ActiveFilter, FilterBar } from '@ui/filter-bar';
import { Icon } from '@ui/icon';
import { LoadMore } from '@ui/load-more';
import { moneyText } from '@ui/money-format';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Filters } from '../filters/filters';
import { JobCard } from '../job-card/job-card';
import { SaveSearch } from '../save-search/save-search';
import type { Asked } from '../search.api';
import { type Kind, SearchActions, searchFeature } from '../search.store';
import { TalentCard } from '../talent-card/talent-card';

const parts = (list: string | undefined): string[] => list?.split(',').filter(Boolean) ?? [];

/** Jobs or people; everything that narrows the list is in the address. */
@Component({
  selector: 'app-search-page',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    FilterBar,
    Filters,
    Icon,
    JobCard,
    LoadMore,
    PageHeader,
    RouterLink,
    SaveSearch,
    Skeleton,
    TalentCard,
    TranslatePipe,
  ],
  templateUrl: './search-page.html',
  styleUrl: './search-page.scss',
})
export class SearchPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly translate = inject(TranslateService);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  protected readonly kinds = ['jobs', 'talent'] as const;
  protected readonly sorts = ['relevance', 'newest', 'budget'] as const;

  /** From the address, or from the data of `/jobs` and `/talent`. */
  readonly kind = input<Kind, string | undefined>('jobs', {
    transform: (said) => (said === 'talent' ? 'talent' : 'jobs'),
  });
  readonly q = input<string>();
  readonly category = input<string>();
  readonly skills = input<string>();
  readonly budgetMin = input<string>();
  readonly budgetMax = input<string>();
  readonly sort = input<string>();

  private readonly jobs = this.store.selectSignal(searchFeature.selectJobs);
  private readonly talent = this.store.selectSignal(searchFeature.selectTalent);
  protected readonly jobResults = computed(() => this.jobs().value);
  protected readonly talentResults = computed(() => this.talent().value);
  protected readonly current = computed(() =>
    this.kind() === 'jobs' ? this.jobs() : this.talent(),
  );
  protected readonly results = computed(() => this.current().value);
  protected readonly filtersOpen = signal(false);
  protected readonly asked = computed((): Asked => this.ask());
  protected readonly facets = computed(() => ({
    category: this.kind() === 'jobs' ? (this.jobs().value?.facets.category ?? []) : [],
    skills: this.results()?.facets.skills ?? [],
  }));
  protected readonly corrected = computed(() =>
    this.kind() === 'jobs' ? this.jobs().value?.corrected : null,
  );
  protected readonly chosen = computed(() => ({
    category: parts(this.category()),
    skills: parts(this.skills()),
    budgetMin: this.budgetMin(),
    budgetMax: this.budgetMax(),
  }));
  protected readonly active = computed(() => this.filtersInWords());
  protected readonly here = computed(() => {
    const { q, category, skills, budgetMin, budgetMax } = this.asked();
    const queryParams = { kind: this.kind(), q, category, skills, budgetMin, budgetMax };
    return this.router.serializeUrl(this.router.createUrlTree(['/search'], { queryParams }));
  });

  constructor() {
    const answers = answersStatus();
    effect(() => {
      const [kind, query] = [this.kind(), this.asked()];
      untracked(() => this.store.dispatch(SearchActions.asked({ kind, query })));
    });
    effect(() => answers(this.current().problem));
  }

  protected change(to: Asked): void {
    void this.router.navigate([], {
      queryParams: Object.fromEntries(
        Object.entries(to).map(([key, value]) => [key, value === '' ? null : value]),
      ),
      queryParamsHandling: 'merge',
    });
  }
  protected drop(id: string): void {
    const [field, value] = id.split(':') as [keyof Asked, string];
    const left = parts(this.asked()[field]).filter((each) => each !== value);
    this.change(
      field === 'budgetMin' ? { budgetMin: '', budgetMax: '' } : { [field]: left.join(',') },
    );
  }
  protected clear(): void {
    this.change({ category: '', skills: '', budgetMin: '', budgetMax: '' });
  }
  protected again(): void {
    this.store.dispatch(SearchActions.asked({ kind: this.kind(), query: this.asked() }));
  }
  protected more(after: string): void {
    this.store.dispatch(SearchActions.moreAsked({ kind: this.kind(), query: this.asked(), after }));
  }

  private ask(): Asked {
    const [q, skills] = [this.q(), this.skills()];
    if (this.kind() === 'talent') return { q, skills };
    const [budgetMin, budgetMax] = [this.budgetMin(), this.budgetMax()];
    return { q, category: this.category(), skills, budgetMin, budgetMax, sort: this.sort() };
  }
  private filtersInWords(): ActiveFilter[] {
    this.words.language();
    const { category, skills, budgetMin, budgetMax } = this.chosen();
    const budget = [budgetMin, budgetMax].map((amountMinor) =>
      amountMinor ? moneyText({ amountMinor, currency: 'INR' }, this.words.locale(), true) : '',
    );
    return [
      ...(this.kind() === 'jobs' ? category : []).map((value) => ({
        id: `category:${value}`,
        label: String(this.translate.instant(`market.categories.${value}`)),
      })),
      ...skills.map((value) => ({ id: `skills:${value}`, label: value })),
      ...(budget.join('') === '' ? [] : [{ id: 'budgetMin:', label: budget.join(' – ') }]),
    ];
  }
}
