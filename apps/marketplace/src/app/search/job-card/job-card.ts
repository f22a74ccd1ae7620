import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { JobResult } from '@wire/search';
import { Card } from '@ui/card';
import { Chip } from '@ui/chip';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { CountryName } from '@ui/names';
import { Stars } from '@ui/stars';
import { WhyResult } from '../why-result/why-result';

/** One job of the list; the whole title leads to it. */
@Component({
  selector: 'app-job-card',
  imports: [
    Card,
    Chip,
    CountryName,
    Moment,
    MoneyView,
    RouterLink,
    Stars,
    TranslatePipe,
    WhyResult,
  ],
  template: `
    <ui-card>
      <article>
        <div class="words">
          <h2>
            <a [routerLink]="['/jobs', job().id]" dir="auto">{{ job().title }}</a>
          </h2>
          <p class="who">
            <bdi>{{ job().client.name }}</bdi>
            @if (job().client.country; as country) {
              <span>{{ country | countryName }}</span>
            }
            @if (job().client.rating; as rating) {
              <ui-stars [value]="rating" />
            }
          </p>
        </div>
        <div class="money">
          <ui-money [of]="job().budget" />
          <small>{{ 'search.fixed' | translate }}</small>
        </div>
        <p class="excerpt" dir="auto">{{ job().excerpt }}</p>
        <p class="skills">
          @for (skill of job().skills; track skill) {
            <ui-chip>{{ skill }}</ui-chip>
          }
        </p>
        <div class="foot">
          <ui-moment [at]="job().publishedAt" />
          <span>{{ 'search.proposals' | translate: { count: job().proposals } }}</span>
          <app-why-result [of]="job()" />
        </div>
      </article>
    </ui-card>
  `,
  styleUrl: './job-card.scss',
})
export class JobCard {
  readonly job = input.required<JobResult>();
}
