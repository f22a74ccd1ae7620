import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { JobView } from '@wire/jobs';
import { Say } from '@ui/app/say';
import { Avatar } from '@ui/avatar';
import { Card } from '@ui/card';
import { CountryName } from '@ui/names';
import { Stars } from '@ui/stars';

/** What a client is known for: what they did here, never what they say about themselves. */
@Component({
  selector: 'app-client-trust',
  imports: [Avatar, Card, CountryName, Stars, TranslatePipe],
  template: `
    <ui-card [heading]="'jobs.trust.heading' | translate">
      <div class="who">
        <ui-avatar [name]="of().person.name" [url]="of().person.avatarUrl" />
        <p>
          <b
            ><bdi>{{ of().person.name }}</bdi></b
          >
          <small>{{ of().person.country | countryName }}</small>
        </p>
        @if (of().rating; as rating) {
          <ui-stars [value]="rating" [count]="of().reviews" />
        }
      </div>
      <dl>
        @for (fact of facts(); track fact.id) {
          <div>
            <dt>{{ 'jobs.trust.' + fact.id | translate }}</dt>
            <dd class="num">
              <bdi>{{ fact.text }}</bdi>
            </dd>
          </div>
        }
      </dl>
    </ui-card>
  `,
  styles: `
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s3);
    }
    .who ui-stars {
      margin-inline-start: auto;
    }
    small {
      display: block;
      color: var(--muted);
    }
    p {
      line-height: 1.4;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(110px, 1fr));
      gap: var(--s4);
      margin-block-start: var(--s5);
      padding-block-start: var(--s4);
      border-block-start: 1px solid var(--line);
    }
    dt {
      color: var(--muted);
      font-size: var(--t13);
    }
    dd {
      margin: 0;
      font-weight: 600;
    }
  `,
})
export class ClientTrust {
  private readonly say = inject(Say);
  readonly of = input.required<JobView['client']>();

  /** A share that nothing is known of yet is not shown as zero. */
  protected readonly facts = computed(() => {
    const { jobsPosted, hireRate, paid, replyRate } = this.of();
    const share = (part: number | null) => (part === null ? null : this.say.percent(part * 10_000));
    const all = {
      posted: String(jobsPosted),
      hired: share(hireRate),
      paid: paid && this.say.money(paid),
      replies: share(replyRate),
    };
    return Object.entries(all).flatMap(([id, text]) => (text === null ? [] : [{ id, text }]));
  });
}
