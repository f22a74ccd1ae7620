import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { Words } from '@ui/app/words';
import { Avatar } from '@ui/avatar';
import { Card } from '@ui/card';
import { Chip } from '@ui/chip';
import { EmptyState } from '@ui/empty-state';
import { CountryName, nameOf } from '@ui/names';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import type { Matches as Found } from '../jobs.api';

/** Who fits, what spoke for each, and who was asked to propose. */
@Component({
  selector: 'app-matches',
  imports: [
    Avatar,
    Card,
    Chip,
    CountryName,
    EmptyState,
    RouterLink,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  template: `
    @if (of(); as found) {
      <p class="sum" role="status">
        {{ 'jobs.matches.sum' | translate: { matched: found.matched, invited: found.invited } }}
      </p>
      <ui-card>
        <ul>
          @for (match of found.people; track match.person.id) {
            <li>
              <ui-avatar [name]="match.person.name" [url]="match.person.avatarUrl" />
              <div class="who">
                <a [routerLink]="['/talent', match.person.slug]"
                  ><bdi>{{ match.person.name }}</bdi></a
                >
                <small>{{ match.person.country | countryName }}</small>
              </div>
              <div class="why">
                <span class="muted small">{{ 'jobs.matches.why' | translate }}</span>
                @for (reason of match.why; track reason) {
                  <ui-chip>{{ words(reason) }}</ui-chip>
                }
              </div>
              @if (match.invited) {
                <ui-status tone="info" shape="check">{{
                  'jobs.matches.invited' | translate
                }}</ui-status>
              }
            </li>
          } @empty {
            <ui-empty-state
              icon="users"
              [heading]="'jobs.matches.none' | translate"
              [text]="'jobs.matches.noneText' | translate"
            />
          }
        </ul>
      </ui-card>
    } @else {
      <ui-card><ui-skeleton shape="rows" [count]="3" /></ui-card>
    }
  `,
  styles: `
    .sum {
      margin-block-end: var(--s4);
      font-weight: 600;
    }
    li {
      display: grid;
      grid-template-columns: auto 180px minmax(0, 1fr) auto;
      gap: var(--s2) var(--s4);
      align-items: center;
      padding-block: var(--s3);
    }
    li + li {
      border-block-start: 1px solid var(--line);
    }
    a {
      color: var(--ink);
      font-weight: 550;
    }
    small {
      display: block;
      color: var(--muted);
    }
    .why {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
    }
    @media (max-width: 760px) {
      li {
        grid-template-columns: auto minmax(0, 1fr) auto;
      }
      .why {
        grid-column: 1 / -1;
        grid-row: 2;
      }
    }
  `,
})
export class Matches {
  private readonly say = inject(Say);
  private readonly locale = inject(Words).locale;
  readonly of = input.required<Found | null>();

  /** `skill:angular` is a word already; `language:ar` is said in the language of the page. */
  protected words(reason: string): string {
    const [kind, value = ''] = reason.split(':');
    return kind === 'language'
      ? this.say.it('jobs.matches.speaks', { language: nameOf('language', value, this.locale()) })
      : value;
  }
}
