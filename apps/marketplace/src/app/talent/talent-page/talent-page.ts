import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { answersStatus } from '@ui/app/answer-status';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Chip } from '@ui/chip';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { LoadMore } from '@ui/load-more';
import { MoneyView } from '@ui/money';
import { CountryName, LanguageName } from '@ui/names';
import { PageHeader } from '@ui/page-header';
import { PoolPicker } from '@ui/pool-picker';
import { Skeleton } from '@ui/skeleton';
import { Stars } from '@ui/stars';
import { Review } from '../review/review';
import { TalentApi } from '../talent.api';
import { TalentActions, talentFeature } from '../talent.store';

/** The public page of a person: what they do, and what finished contracts say of them. */
@Component({
  selector: 'app-talent-page',
  imports: [
    Avatar,
    Button,
    Card,
    Chip,
    CountryName,
    EmptyState,
    ErrorState,
    LanguageName,
    LoadMore,
    MoneyView,
    PageHeader,
    PoolPicker,
    Review,
    RouterLink,
    Skeleton,
    Stars,
    TranslatePipe,
  ],
  templateUrl: './talent-page.html',
  styleUrl: './talent-page.scss',
})
export class TalentPage {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly api = inject(TalentApi);
  protected readonly session = inject(Session);
  readonly slug = input.required<string>();
  protected readonly remote = this.store.selectSignal(talentFeature.selectProfile);
  protected readonly profile = computed(() => {
    const { value } = this.remote();
    return value?.slug === this.slug() ? value : null;
  });
  protected readonly reviews = listing((after) => this.api.reviews(this.slug(), after));
  protected readonly mine = computed(() => this.session.viewer()?.id === this.profile()?.id);
  protected readonly since = computed(() => {
    const { memberSince } = this.profile() ?? {};
    return memberSince ? this.say.day(memberSince) + ' ' + memberSince.slice(0, 4) : '';
  });

  constructor() {
    const [answers, meta] = [answersStatus(), inject(Meta)];
    effect(() => {
      this.slug();
      untracked(() => this.open());
    });
    effect(() => {
      answers(this.remote().problem);
      const content = this.profile()?.headline;
      if (content) meta.updateTag({ name: 'description', content });
      // Whoever wants to be found by no search engine is not; the next person may be.
      if (this.profile()?.searchEngines === false)
        meta.updateTag({ name: 'robots', content: 'noindex' });
      else meta.removeTag("name='robots'");
    });
  }
  protected open(): void {
    this.store.dispatch(TalentActions.opened({ slug: this.slug() }));
  }
}
