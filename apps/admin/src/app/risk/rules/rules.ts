import { Component, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Card } from '@ui/card';
import { Desk } from '@ui/desk';
import { ErrorState } from '@ui/error-state';
import { Skeleton } from '@ui/skeleton';
import { riskDesk } from '../desk';
import { RiskApi } from '../risk.api';
import { RuleCard } from './rule-card';

/** The rules over what moves, each with its limits and a trial over what already happened. */
@Component({
  selector: 'app-rules',
  imports: [Card, Desk, ErrorState, RuleCard, Skeleton, TranslatePipe],
  template: `
    <ui-desk [room]="desk" view="rules" [at]="rules.at()" [stale]="rules.stale()">
      @if (rules.problem(); as problem) {
        <ui-error-state [problem]="problem" (retry)="rules.load()" />
      } @else {
        <div class="cards">
          @for (rule of rules.value()?.items; track rule.rule) {
            <ui-card [heading]="'risk.rules.' + rule.rule + '.name' | translate">
              <app-rule-card [rule]="rule" (changed)="rules.refresh()" />
            </ui-card>
          } @empty {
            <ui-card><ui-skeleton shape="rows" [count]="4" /></ui-card>
          }
        </div>
      }
    </ui-desk>
  `,
  styles: `
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr));
      gap: var(--s5);
    }
  `,
})
export class Rules {
  protected readonly desk = riskDesk;
  private readonly api = inject(RiskApi);
  protected readonly rules = answer(() => this.api.rules());
}
