import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { DisputeView } from '@wire/dispute-case';
import { Say } from '../app/say';
import { Moment } from '../moment';
import type { Sides } from './split';

type Fact = DisputeView['history'][number];

/** What happened, a line for each fact, with its number in the record of the dispute. */
@Component({
  selector: 'ui-dispute-history',
  imports: [Moment, TranslatePipe],
  template: `
    <ol [attr.aria-label]="'ui.dispute.history' | translate">
      @for (fact of facts(); track fact.version) {
        <li>
          <code>{{ fact.version }}</code>
          <span>{{ fact.words }}</span>
          <ui-moment form="exact" [at]="fact.at" />
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 28px minmax(0, 1fr) auto;
      align-items: baseline;
      gap: var(--s3);
      padding-block: var(--s2);
      font-size: var(--t13);
      line-height: 1.45;
    }
    li + li {
      border-block-start: 1px solid var(--line);
    }
    code,
    ui-moment {
      color: var(--muted);
    }
    @media (max-width: 560px) {
      li {
        grid-template-columns: 28px minmax(0, 1fr);
      }
      ui-moment {
        grid-column: 2;
      }
    }
  `,
})
export class DisputeHistory {
  private readonly say = inject(Say);
  readonly of = input.required<readonly Fact[]>();
  readonly names = input.required<Sides>();
  protected readonly facts = computed(() =>
    this.of().map((fact) => ({ ...fact, words: this.wordsOf(fact) })),
  );

  private wordsOf({ kind, by }: Fact): string {
    const who =
      by === 'client' || by === 'provider' ? this.names()[by] : this.say.it(`ui.dispute.by.${by}`);
    const key = `ui.dispute.facts.${kind}`;
    const words = this.say.it(key, { who });
    return words === key ? kind : words;
  }
}
