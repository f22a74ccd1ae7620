import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { currencies } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { Subject } from '@wire/permissions';
import { catchError, EMPTY, forkJoin, map, type Observable, of } from 'rxjs';
import { Ability } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { FilterBar } from '@ui/filter-bar';
import { ReplayApi } from './replay.api';

const platform = ['gateway', 'bank', 'fees', 'tax'] as const;
const buckets = ['available', 'held'] as const;
const account = /^[a-z_]+(:[\w-]+){1,3}$/i;
const currency = currencies[0];

/** Whose money, or which account: every answer is a link to the same page about it. */
@Component({
  selector: 'app-replay-finder',
  imports: [FilterBar, RouterLink, TranslatePipe],
  template: `
    <ui-filter-bar
      [label]="'audit.replay.find' | translate"
      [placeholder]="'audit.replay.findHint' | translate"
      [(query)]="typed"
    />
    <ul [attr.aria-label]="'audit.replay.find' | translate">
      @if (typed() === '') {
        <li>
          <a routerLink="/audit/replay" [queryParams]="to({})" queryParamsHandling="merge">{{
            'audit.replay.trial' | translate
          }}</a>
        </li>
        @for (kind of platform; track kind) {
          <li>
            <a
              routerLink="/audit/replay"
              [queryParams]="to({ account: kind + ':' + currency })"
              queryParamsHandling="merge"
              >{{ 'ledger.kinds.' + kind | translate }}</a
            >
          </li>
        }
      } @else {
        @if (asAccount(); as account) {
          <li>
            <a
              routerLink="/audit/replay"
              [queryParams]="to({ account })"
              queryParamsHandling="merge"
              ><bdi>{{ account }}</bdi></a
            >
          </li>
        }
        @for (person of found.value()?.people; track person.id) {
          @for (bucket of buckets; track bucket) {
            <li>
              <a
                routerLink="/audit/replay"
                [queryParams]="
                  to({ account: 'wallet:' + person.id + ':' + bucket + ':' + currency })
                "
                queryParamsHandling="merge"
                >{{ 'audit.replay.wallet.' + bucket | translate: { name: person.name } }}</a
              >
            </li>
          }
        }
        @for (contract of found.value()?.contracts; track contract.id) {
          <li>
            <a
              routerLink="/audit/replay"
              [queryParams]="to({ contract: contract.id })"
              queryParamsHandling="merge"
              >{{ 'audit.replay.contractOf' | translate: { title: contract.title } }}</a
            >
          </li>
        }
        @if (nothing()) {
          <li class="muted" role="status">{{ 'audit.replay.nothing' | translate }}</li>
        }
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 32px;
      max-inline-size: 100%;
      padding: 2px 12px;
      border: 1px solid var(--line);
      border-radius: var(--radius-full);
      background: var(--surface);
      color: var(--ink);
      font-size: var(--t13);
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    a:hover {
      border-color: var(--line-strong);
    }
    @media (pointer: coarse) {
      a {
        min-block-size: 44px;
      }
    }
  `,
})
export class ReplayFinder {
  private readonly api = inject(ReplayApi);
  private readonly ability = inject(Ability);
  protected readonly platform = platform;
  protected readonly buckets = buckets;
  protected readonly currency = currency;
  protected readonly typed = signal('');
  protected readonly asAccount = computed(() => {
    const typed = this.typed().trim();
    return account.test(typed) ? typed : null;
  });
  /** Whoever may not see people finds contracts, and the other way round. */
  protected readonly found = answer(
    () => {
      const q = this.typed().trim();
      if (q.length < 2) return EMPTY;
      return forkJoin({
        people: this.allowed('Account', this.api.people(q)),
        contracts: this.allowed('Contract', this.api.contracts(q)),
      });
    },
    { keeps: true },
  );
  protected readonly nothing = computed(() => {
    const found = this.found.value();
    return !this.asAccount() && found?.people.length === 0 && found.contracts.length === 0;
  });

  private allowed<T>(subject: Subject, rows: Observable<{ items: readonly T[] }>) {
    if (!this.ability.can('inspect', subject)) return of<readonly T[]>([]);
    return rows.pipe(
      map(({ items }) => items),
      catchError(() => of<readonly T[]>([])),
    );
  }
  /** What else was chosen stays; what was looked at does not. */
  protected to(what: { account?: string; contract?: string }) {
    return { account: null, contract: null, at: null, to: null, ...what };
  }
}
