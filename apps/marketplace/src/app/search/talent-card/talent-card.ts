import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Avatar } from '@ui/avatar';
import { Card } from '@ui/card';
import { Chip } from '@ui/chip';
import { MoneyView } from '@ui/money';
import { CountryName } from '@ui/names';
import { PoolPicker } from '@ui/pool-picker';
import { Stars } from '@ui/stars';
import type { TalentResults } from '../search.api';

/** One person of the list. */
@Component({
  selector: 'app-talent-card',
  imports: [
    Avatar,
    Card,
    Chip,
    CountryName,
    MoneyView,
    PoolPicker,
    RouterLink,
    Stars,
    TranslatePipe,
  ],
  template: `
    <ui-card>
      <article>
        <header>
          <ui-avatar [name]="person().name" [url]="person().avatarUrl" size="large" />
          <div>
            <h2>
              <a [routerLink]="['/talent', person().slug]"
                ><bdi>{{ person().name }}</bdi></a
              >
            </h2>
            <p class="muted">{{ person().country | countryName }}</p>
          </div>
          @if (person().hourlyRate; as rate) {
            <p class="rate">
              <ui-money [of]="rate" /><small>{{ 'search.anHour' | translate }}</small>
            </p>
          }
        </header>
        <p dir="auto">{{ person().headline }}</p>
        <p class="skills">
          @for (skill of person().skills.slice(0, 5); track skill) {
            <ui-chip>{{ skill }}</ui-chip>
          }
        </p>
        <footer>
          @if (person().rating; as rating) {
            <ui-stars [value]="rating" [count]="person().reviews" />
          } @else {
            <span>{{ 'search.noReviews' | translate }}</span>
          }
          <span>{{ 'search.contracts' | translate: { count: person().completedContracts } }}</span>
          <ui-pool-picker small [provider]="person()" />
        </footer>
      </article>
    </ui-card>
  `,
  styles: `
    :host {
      display: grid;
    }
    ui-card {
      padding: var(--s5);
    }
    ui-card:hover {
      border-color: var(--line-strong);
    }
    article {
      display: flex;
      flex-direction: column;
      gap: var(--s3);
      block-size: 100%;
      font-size: var(--t14);
      line-height: 1.5;
    }
    header {
      display: flex;
      gap: var(--s3);
      align-items: center;
    }
    header div {
      flex: 1;
      min-inline-size: 0;
    }
    h2 {
      font-size: var(--t16);
    }
    h2 a {
      color: var(--ink);
      text-decoration: none;
    }
    h2 a:hover {
      color: var(--brand);
      text-decoration: underline;
    }
    .rate {
      font-weight: 600;
      text-align: end;
    }
    small {
      display: block;
      color: var(--muted);
      font-weight: 400;
    }
    .skills {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
      align-items: center;
      margin-block-start: auto;
      color: var(--muted);
      font-size: var(--t13);
    }
    ui-pool-picker {
      margin-inline-start: auto;
    }
  `,
})
export class TalentCard {
  readonly person = input.required<TalentResults['items'][number]>();
}
