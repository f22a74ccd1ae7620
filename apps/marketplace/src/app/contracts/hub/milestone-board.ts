import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractMilestone, ContractView } from '@wire/contracts';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Status } from '@ui/status';
import { milestoneLook } from '../state-tone';

interface Deed {
  /** The page below the contract, and the key of its word. */
  page: 'fund' | 'deliver' | 'review';
  word: string;
}

/** Every milestone with its amount, its state, its date, and what can be done on it now. */
@Component({
  selector: 'app-milestone-board',
  imports: [Button, Card, Moment, MoneyView, RouterLink, Status, TranslatePipe],
  template: `
    <ui-card [heading]="'contracts.milestones.heading' | translate" flush>
      <ol [class.deeds]="deeds()" [attr.aria-label]="'contracts.milestones.heading' | translate">
        @for (row of rows(); track row.milestone.id; let i = $index) {
          <li [class.now]="row.now">
            <span class="place num" aria-hidden="true">{{ i + 1 }}</span>
            <div class="what">
              <h3>{{ row.milestone.title }}</h3>
              <p class="small muted">
                @if (row.milestone.state === 'in_review' && row.milestone.autoReleaseAt) {
                  {{ 'contracts.milestones.autoRelease' | translate }}
                  <ui-moment [at]="row.milestone.autoReleaseAt" />
                } @else if (row.milestone.dueAt && row.open) {
                  {{ 'contracts.milestones.due' | translate }}
                  <ui-moment [at]="row.milestone.dueAt" />
                } @else {
                  {{ 'contracts.milestones.days' | translate: { days: row.milestone.days } }}
                }
                @if (row.milestone.deliveries.length > 0) {
                  · {{ row.versions }}
                }
                @if (row.milestone.state !== 'pending') {
                  ·
                  <a
                    [routerLink]="['/receipts', row.milestone.id]"
                    [attr.aria-label]="
                      'contracts.milestones.receiptNamed'
                        | translate: { title: row.milestone.title }
                    "
                    >{{ 'contracts.milestones.receipt' | translate }}</a
                  >
                }
              </p>
            </div>
            @if (row.milestone.disputeId; as disputeId) {
              <a class="frozen" [routerLink]="['/disputes', disputeId]">
                <ui-status tone="danger" shape="square">{{
                  'contracts.frozen' | translate
                }}</ui-status>
              </a>
            } @else if (row.milestone.stopped; as stopped) {
              <ui-status tone="attention" shape="square">{{
                'contracts.stopped.' + stopped + '.short' | translate
              }}</ui-status>
            } @else {
              <ui-status [tone]="row.look.tone" [shape]="row.look.shape">{{
                'contracts.milestoneStates.' + row.milestone.state | translate
              }}</ui-status>
            }
            <ui-money [of]="row.milestone.amount" />
            <span class="deed no-print">
              @if (row.deed; as deed) {
                <a
                  uiButton
                  small
                  [routerLink]="['/contracts', view().id, deed.page, row.milestone.id]"
                  [attr.aria-label]="
                    'contracts.milestones.' + deed.word + 'Named'
                      | translate: { title: row.milestone.title }
                  "
                  >{{ 'contracts.milestones.' + deed.word | translate }}</a
                >
              }
            </span>
          </li>
        }
      </ol>
    </ui-card>
  `,
  styleUrl: './milestone-board.scss',
})
export class MilestoneBoard {
  private readonly say = inject(Say);
  readonly view = input.required<ContractView>();

  protected readonly rows = computed(() =>
    this.view().milestones.map((milestone) => ({
      milestone,
      look: milestoneLook[milestone.state],
      now: milestone.id === this.view().next.milestoneId,
      open: milestone.state === 'funded' || milestone.state === 'changes_requested',
      versions: this.say.it('contracts.milestones.versions', {
        count: milestone.deliveries.length,
      }),
      deed: this.deedOn(milestone),
    })),
  );

  /** The column of buttons is there only where one has a button. */
  protected readonly deeds = computed(() => this.rows().some(({ deed }) => deed !== null));

  private deedOn({ state, deliveries, disputeId }: ContractMilestone): Deed | null {
    const { myRole, state: contract } = this.view();
    if (disputeId) return deliveries.length > 0 ? { page: 'review', word: 'see' } : null;
    if (contract !== 'active' && deliveries.length === 0) return null;
    if (state === 'pending') return myRole === 'client' ? { page: 'fund', word: 'fund' } : null;
    const works = state === 'funded' || state === 'changes_requested';
    if (works && myRole === 'provider') return { page: 'deliver', word: 'deliver' };
    if (deliveries.length === 0) return null;
    const reviews = state === 'in_review' && myRole === 'client';
    return { page: 'review', word: reviews ? 'review' : 'see' };
  }
}
