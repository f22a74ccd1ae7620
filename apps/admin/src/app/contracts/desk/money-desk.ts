import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractView } from '@wire/contracts';
import { of } from 'rxjs';
import { Ability, Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Button } from '@ui/button';
import { Icon } from '@ui/icon';
import { MoneyView } from '@ui/money';
import { DeskApi } from './desk.api';
import { GoodwillDialog } from './goodwill-dialog';
import { RefundDialog } from './refund-dialog';

/** What stands against the money of a contract moving, and what this person may do about it. */
@Component({
  selector: 'app-money-desk',
  imports: [Button, Can, GoodwillDialog, Icon, MoneyView, RefundDialog, RouterLink, TranslatePipe],
  template: `
    @for (hold of holds.value() ?? []; track hold.id) {
      <p class="stands">
        <ui-icon name="shield" />
        <span>
          <b>{{ 'contracts.desk.held' | translate: { name: hold.heldBy.name } }}</b>
          <bdi>{{ hold.note }}</bdi>
        </span>
        <a routerLink="/compliance/holds">{{ 'contracts.desk.toHolds' | translate }}</a>
      </p>
    }
    @for (one of chargebacks(); track one.id) {
      <p class="stands">
        <ui-icon name="bank" />
        <span>
          <b>{{ 'contracts.desk.chargeback' | translate }}</b> <ui-money [of]="one.amount" />
        </span>
        <a [routerLink]="['/finance/chargebacks', one.id]">{{
          'contracts.desk.toChargeback' | translate
        }}</a>
      </p>
    }
    <div class="row">
      <a
        *uiCan="['hold', 'Hold']"
        uiButton
        small
        icon="shield"
        routerLink="/compliance/holds"
        [queryParams]="{ hold: of().id }"
        >{{ 'contracts.desk.hold' | translate }}</a
      >
      <button
        *uiCan="['prepare', 'Refund']"
        uiButton
        small
        icon="arrow-start"
        type="button"
        (click)="asking.set('refund')"
      >
        {{ 'contracts.desk.refund' | translate }}
      </button>
      <button
        *uiCan="['request', 'Refund']"
        uiButton
        small
        icon="star"
        type="button"
        (click)="asking.set('goodwill')"
      >
        {{ 'contracts.desk.goodwill' | translate }}
      </button>
    </div>
    @switch (asking()) {
      @case ('refund') {
        <app-refund-dialog [of]="of()" (closed)="asking.set(null)" />
      }
      @case ('goodwill') {
        <app-goodwill-dialog [of]="of()" (closed)="asking.set(null)" />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
      max-inline-size: 1200px;
      margin-block-start: var(--s4);
    }
    .stands {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s3);
      max-inline-size: none;
      padding: var(--s3) var(--s4);
      border-inline-start: 3px solid var(--danger);
      border-radius: var(--radius-control);
      background: var(--danger-soft);
    }
    .stands ui-icon {
      color: var(--danger);
    }
    .stands span {
      flex: 1;
      min-inline-size: 200px;
    }
    .stands b {
      margin-inline-end: var(--s2);
    }
    .row:empty {
      display: none;
    }
  `,
})
export class MoneyDesk {
  private readonly api = inject(DeskApi);
  private readonly ability = inject(Ability);
  readonly of = input.required<ContractView>();

  private readonly id = computed(() => this.of().id);
  protected readonly asking = signal<'refund' | 'goodwill' | null>(null);
  protected readonly holds = answer(() =>
    this.ability.can('inspect', 'Hold') ? this.api.holds(this.id()) : of([]),
  );
  private readonly banks = answer(() =>
    this.ability.can('inspect', 'Chargeback') ? this.api.chargebacks(this.id()) : of([]),
  );
  /** Those that are not over. */
  protected readonly chargebacks = computed(() =>
    (this.banks.value() ?? []).filter(({ state, outcome }) => state !== 'closed' && !outcome),
  );

  constructor() {
    pulse(10_000).subscribe(() => {
      this.holds.refresh();
      this.banks.refresh();
    });
  }
}
