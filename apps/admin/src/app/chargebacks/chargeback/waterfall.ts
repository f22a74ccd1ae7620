import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isZero } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { ChargebackDetail } from '@wire/chargebacks';
import { Ability } from '@ui/app/ability';
import { Say } from '@ui/app/say';
import { MoneyView } from '@ui/money';
import { Why } from '@ui/why';
import { type Share, sharesOf } from '../standing';

/** Who bears it: each part hangs where the one before it ends, down to what is left for the house. */
@Component({
  selector: 'app-waterfall',
  imports: [MoneyView, RouterLink, TranslatePipe, Why],
  template: `
    <ol [attr.aria-label]="'chargebacks.bears.label' | translate">
      @for (share of shares(); track share.from) {
        <li [class.none]="none(share)" [class]="share.from">
          <span class="who">
            @if (accountOf(share); as account) {
              <a [routerLink]="['/finance/ledger/accounts', account]">{{ nameOf(share) }}</a>
            } @else {
              {{ nameOf(share) }}
            }
            <ui-why [about]="nameOf(share)">{{
              'chargebacks.bears.why.' + share.from | translate: names()
            }}</ui-why>
          </span>
          <span class="bar" aria-hidden="true">
            <i
              [style.margin-inline-start.%]="share.start"
              [style.inline-size.%]="share.percent"
            ></i>
          </span>
          <ui-money [of]="share.amount" />
        </li>
      }
      <li class="all">
        <span class="who">{{ 'chargebacks.bears.gateway' | translate }}</span>
        <span class="bar" aria-hidden="true"><i [style.inline-size.%]="100"></i></span>
        <ui-money [of]="of().amount" />
      </li>
    </ol>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(150px, 1.2fr) minmax(80px, 2fr) minmax(100px, max-content);
      align-items: center;
      gap: var(--s4);
      min-block-size: 40px;
      --fill: var(--brand);
    }
    li + li {
      border-block-start: 1px solid var(--line);
    }
    .who {
      display: flex;
      align-items: center;
      gap: var(--s1);
      min-inline-size: 0;
    }
    .wallet {
      --fill: var(--info);
    }
    .receivable {
      --fill: var(--attention);
    }
    .loss {
      --fill: var(--danger);
    }
    .all {
      border-block-start: 2px solid var(--line-strong);
      font-weight: 600;
      --fill: var(--line-strong);
    }
    .none ui-money {
      color: var(--muted);
    }
    .bar {
      block-size: 14px;
      border-radius: 4px;
      background: var(--sunken);
      overflow: hidden;
    }
    i {
      display: block;
      block-size: 100%;
      border-radius: 4px;
      background: var(--fill);
    }
    ui-money {
      text-align: end;
    }
    @media (max-width: 640px) {
      li {
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: var(--s1) var(--s3);
        padding-block: var(--s2);
      }
      .bar {
        grid-row: 2;
        grid-column: 1 / -1;
        block-size: 8px;
      }
    }
  `,
})
export class Waterfall {
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  readonly of = input.required<ChargebackDetail>();
  readonly taken = input.required<NonNullable<ChargebackDetail['taken']>>();
  protected readonly shares = computed(() => sharesOf(this.taken()));
  protected readonly names = computed(() => ({
    client: this.of().client.name,
    provider: this.of().provider?.name ?? '',
  }));

  protected none({ amount }: Share): boolean {
    return isZero(amount);
  }
  protected nameOf({ from }: Share): string {
    return this.say.it(`chargebacks.bears.${from}`, this.names());
  }
  /** Its account in the ledger, for those who may look there. */
  protected accountOf({ from, amount }: Share): string | null {
    const { client, provider, contractId } = this.of();
    if (isZero(amount) || !this.ability.can('inspect', 'Ledger')) return null;
    const names = {
      escrow: `escrow:${contractId}`,
      wallet: `wallet:${client.id}:available`,
      receivable: `receivable:${provider?.id ?? 'none'}`,
      loss: 'loss',
    };
    return `${names[from]}:${amount.currency}`;
  }
}
