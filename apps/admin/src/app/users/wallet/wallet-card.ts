import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { holdReason } from '@wire/holds';
import { Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { SelectField } from '@ui/form/select-field';
import { Moment } from '@ui/moment';
import { ProblemWords } from '@ui/problem-words';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { UsersApi } from '../users.api';

/** Whether money may leave somebody's wallet: restricted by one person, freed again by two. */
@Component({
  selector: 'app-wallet-card',
  imports: [
    Button,
    Can,
    Card,
    Moment,
    ProblemWords,
    ProposalDialog,
    SelectField,
    Skeleton,
    Status,
    TranslatePipe,
  ],
  template: `
    <ui-card [heading]="'users.wallet.heading' | translate">
      @if (restriction.problem(); as problem) {
        <p role="alert">{{ problem | problem }}</p>
      } @else if (restriction.value(); as value) {
        @if (value.restricted; as restricted) {
          <div class="stack">
            <ui-status tone="danger" shape="square">{{
              'users.wallet.restricted' | translate
            }}</ui-status>
            <p>
              <b>{{ 'holds.reasons.' + restricted.reason | translate }}</b> ·
              <bdi>{{ restricted.note }}</bdi>
            </p>
            <p class="muted">
              <bdi>{{ restricted.by.name }}</bdi> · <ui-moment [at]="restricted.at" />
            </p>
            <button
              *uiCan="['lift', 'Wallet']"
              uiButton
              small
              type="button"
              (click)="asking.set('lift')"
            >
              {{ 'users.wallet.lift' | translate }}
            </button>
          </div>
        } @else {
          <div class="stack">
            <p class="muted">{{ 'users.wallet.free' | translate }}</p>
            <button
              *uiCan="['hold', 'Wallet']"
              uiButton
              small
              icon="shield"
              type="button"
              (click)="asking.set('restrict')"
            >
              {{ 'users.wallet.restrict' | translate }}
            </button>
          </div>
        }
      } @else {
        <ui-skeleton [count]="2" />
      }
    </ui-card>
    @switch (asking()) {
      @case ('restrict') {
        <ui-proposal-dialog
          danger
          [heading]="'users.wallet.restrictHeading' | translate: { name: name() }"
          [lead]="'users.wallet.restrictLead' | translate"
          [verb]="'users.wallet.restrict' | translate"
          [reasonLabel]="'users.wallet.note' | translate"
          [reasonHint]="'users.wallet.noteHint' | translate"
          [done]="'users.wallet.done' | translate"
          [ready]="reason() !== ''"
          [send]="restrict"
          (closed)="answered()"
        >
          <ui-select-field
            [label]="'users.wallet.why' | translate"
            [placeholder]="'users.wallet.choose' | translate"
            [choices]="reasons()"
            [(value)]="reason"
          />
        </ui-proposal-dialog>
      }
      @case ('lift') {
        <ui-proposal-dialog
          [heading]="'users.wallet.liftHeading' | translate: { name: name() }"
          [lead]="'users.wallet.liftLead' | translate"
          [verb]="'users.wallet.lift' | translate"
          [send]="lift"
          (closed)="answered()"
        />
      }
    }
  `,
  styles: `
    .stack {
      align-items: flex-start;
    }
  `,
})
export class WalletCard {
  private readonly api = inject(UsersApi);
  private readonly say = inject(Say);
  readonly id = input.required<string>();
  readonly name = input.required<string>();

  protected readonly restriction = answer(() => this.api.restriction(this.id()));
  protected readonly asking = signal<'restrict' | 'lift' | null>(null);
  protected readonly reason = signal('');
  protected readonly reasons = computed(() =>
    holdReason.options.map((value) => ({ value, label: this.say.it(`holds.reasons.${value}`) })),
  );
  protected readonly restrict: Send = (note) =>
    this.api.restrict(this.id(), { reason: holdReason.parse(this.reason()), note });
  protected readonly lift: Send = (reason, key) => this.api.unrestrict(this.id(), reason, key);
  private readonly dialog = viewChild(ProposalDialog);

  constructor() {
    effect(() => this.dialog()?.open());
  }

  protected answered(): void {
    this.asking.set(null);
    this.restriction.refresh();
  }
}
