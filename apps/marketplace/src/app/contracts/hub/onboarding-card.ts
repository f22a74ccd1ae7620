import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractView } from '@wire/contracts';
import { answer } from '@ui/app/answer';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Status } from '@ui/status';
import { ContractsApi } from '../contracts.api';

/** How far the provider is with what the client's organisation asks; nothing where it asks nothing. */
@Component({
  selector: 'app-onboarding-card',
  imports: [Button, Card, RouterLink, Status, TranslatePipe],
  template: `
    @if (card(); as now) {
      <ui-card [heading]="'contracts.onboarding.heading' | translate">
        <ui-status card-actions [tone]="now.tone">{{
          'contracts.onboarding.' + now.word | translate
        }}</ui-status>
        <div class="stack">
          <p>{{ 'contracts.onboarding.doneOf' | translate: now.of }}</p>
          @if (now.of.beforeWork && !now.of.doneAt) {
            <p class="muted small">
              {{ 'contracts.onboarding.before.' + now.side | translate }}
            </p>
          }
          @if (now.link) {
            <div>
              <a uiButton [routerLink]="now.link">{{ 'contracts.onboarding.see' | translate }}</a>
            </div>
          }
        </div>
      </ui-card>
    }
  `,
})
export class OnboardingCard {
  private readonly api = inject(ContractsApi);
  readonly view = input.required<ContractView>();
  /** The contract is asked for again when something happens; so is this. */
  private readonly page = answer(() => this.api.onboarding(this.view().id), { keeps: true });
  protected readonly card = computed(() => {
    const of = this.page.value()?.onboarding;
    if (!of) return null;
    const isMine = this.view().myRole === 'provider';
    const isOurs = this.view().myRole !== 'staff' && !isMine;
    const late = of.doneAt === null && of.overdue > 0;
    return {
      of,
      side: isMine ? 'own' : 'ours',
      word: of.doneAt ? 'done' : late ? 'overdue' : 'open',
      tone: of.doneAt ? ('brand' as const) : late ? ('danger' as const) : ('info' as const),
      link: isMine ? ['/onboarding', of.id] : isOurs ? ['/org/onboarding', of.id] : null,
    };
  });
}
