import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { JobView } from '@wire/jobs';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Icon } from '@ui/icon';
import { MoneyView } from '@ui/money';

/** The card beside the brief: the budget, and the one thing that this reader does next. */
@Component({
  selector: 'app-apply',
  imports: [Button, Card, Icon, MoneyView, RouterLink, TranslatePipe],
  template: `
    <ui-card>
      <div class="stack">
        @if (job().budget; as budget) {
          <p class="budget">
            <small>{{ 'jobs.page.budget' | translate }}</small>
            <ui-money size="large" [of]="budget" />
          </p>
        }
        <ul>
          <li><ui-icon name="shield" />{{ 'jobs.page.escrow' | translate }}</li>
          @if (job().signFirst) {
            <li><ui-icon name="key" />{{ 'jobs.page.signFirst' | translate }}</li>
          } @else if (job().nda) {
            <li><ui-icon name="key" />{{ 'jobs.page.nda' | translate }}</li>
          }
          <li><ui-icon name="check" />{{ 'jobs.page.free' | translate }}</li>
        </ul>
        @switch (next()) {
          @case ('manage') {
            <a uiButton block kind="primary" [routerLink]="['/jobs', job().id, 'manage']">{{
              'jobs.page.manage' | translate
            }}</a>
          }
          @case ('edit') {
            <a uiButton block kind="primary" [routerLink]="['/jobs', job().id, 'edit']">{{
              'jobs.page.edit' | translate
            }}</a>
          }
          @case ('mine') {
            <p class="small muted">{{ 'jobs.page.sent' | translate }}</p>
            <a uiButton block kind="primary" [routerLink]="['/proposals', job().myProposalId]">{{
              'jobs.page.myProposal' | translate
            }}</a>
          }
          @case ('sign') {
            <a uiButton block kind="primary" [routerLink]="['/jobs', job().id, 'sign']">{{
              'jobs.page.sign' | translate
            }}</a>
          }
          @case ('propose') {
            <a uiButton block kind="primary" [routerLink]="['/jobs', job().id, 'propose']">{{
              'jobs.page.propose' | translate
            }}</a>
          }
          @case ('join') {
            <a
              uiButton
              block
              kind="primary"
              routerLink="/signup"
              [queryParams]="{ next: '/jobs/' + job().id + (job().held ? '/sign' : '/propose') }"
              >{{ (job().held ? 'jobs.page.joinToRead' : 'jobs.page.join') | translate }}</a
            >
          }
          @default {
            <p class="small muted">{{ 'jobs.page.closed' | translate }}</p>
          }
        }
      </div>
    </ui-card>
  `,
  styles: `
    small {
      display: block;
      color: var(--muted);
    }
    ul {
      display: grid;
      gap: var(--s2);
      color: var(--muted);
      font-size: var(--t14);
    }
    li {
      display: flex;
      gap: var(--s2);
      align-items: flex-start;
      line-height: 1.45;
    }
    li ui-icon {
      flex: none;
      margin-block-start: 1px;
    }
  `,
})
export class Apply {
  private readonly session = inject(Session);
  readonly job = input.required<JobView>();
  protected readonly next = computed(() => {
    const { mine, status, myProposalId, held } = this.job();
    if (mine) return status === 'draft' ? 'edit' : 'manage';
    if (myProposalId) return 'mine';
    if (status !== 'published') return 'closed';
    if (!this.session.signedIn()) return 'join';
    return held ? 'sign' : 'propose';
  });
}
