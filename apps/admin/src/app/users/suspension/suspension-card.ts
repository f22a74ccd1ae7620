import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { type AccountSuspension, suspensionReasons } from '@wire/accounts';
import { Can } from '@ui/app/ability';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { SelectField } from '@ui/form/select-field';
import { Moment } from '@ui/moment';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { Status } from '@ui/status';
import { UsersApi } from '../users.api';

/** Whether somebody may log in: closed and opened again by one person, with a reason. */
@Component({
  selector: 'app-suspension-card',
  imports: [Button, Can, Card, Moment, ProposalDialog, SelectField, Status, TranslatePipe],
  template: `
    <ui-card [heading]="'users.suspension.heading' | translate">
      @if (suspension(); as known) {
        <div class="stack">
          <ui-status tone="danger" shape="square">{{
            'users.suspension.closed' | translate
          }}</ui-status>
          <p>
            <b>{{ 'users.suspension.reasons.' + known.reason | translate }}</b> ·
            <bdi>{{ known.note }}</bdi>
          </p>
          <p class="muted">
            <bdi>{{ known.by.name }}</bdi> · <ui-moment [at]="known.at" />
          </p>
          @if (!isMe()) {
            <button
              *uiCan="['lift', 'Account']"
              uiButton
              small
              type="button"
              (click)="asking.set('reinstate')"
            >
              {{ 'users.suspension.reinstate' | translate }}
            </button>
          }
        </div>
      } @else {
        <div class="stack">
          <p class="muted">{{ 'users.suspension.open' | translate }}</p>
          @if (!isMe()) {
            <button
              *uiCan="['hold', 'Account']"
              uiButton
              small
              icon="shield"
              type="button"
              (click)="asking.set('suspend')"
            >
              {{ 'users.suspension.suspend' | translate }}
            </button>
          }
        </div>
      }
    </ui-card>
    @switch (asking()) {
      @case ('suspend') {
        <ui-proposal-dialog
          danger
          [heading]="'users.suspension.suspendHeading' | translate: { name: name() }"
          [lead]="'users.suspension.suspendLead' | translate"
          [verb]="'users.suspension.suspend' | translate"
          [reasonLabel]="'users.suspension.note' | translate"
          [reasonHint]="'users.suspension.noteHint' | translate"
          [done]="'users.suspension.done' | translate"
          [ready]="reason() !== ''"
          [send]="suspend"
          (closed)="answered()"
        >
          <ui-select-field
            [label]="'users.suspension.why' | translate"
            [placeholder]="'users.suspension.choose' | translate"
            [choices]="reasons()"
            [(value)]="reason"
          />
        </ui-proposal-dialog>
      }
      @case ('reinstate') {
        <ui-proposal-dialog
          [heading]="'users.suspension.reinstateHeading' | translate: { name: name() }"
          [lead]="'users.suspension.reinstateLead' | translate"
          [verb]="'users.suspension.reinstate' | translate"
          [reasonLabel]="'users.suspension.note' | translate"
          [reasonHint]="'users.suspension.noteHint' | translate"
          [done]="'users.suspension.reinstated' | translate"
          [send]="reinstate"
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
export class SuspensionCard {
  private readonly api = inject(UsersApi);
  private readonly say = inject(Say);
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  readonly suspension = input.required<AccountSuspension | null>();
  /** Nobody closes their own account. */
  readonly isMe = input.required<boolean>();
  readonly changed = output();

  protected readonly asking = signal<'suspend' | 'reinstate' | null>(null);
  protected readonly reason = signal('');
  protected readonly reasons = computed(() =>
    suspensionReasons.options.map((value) => ({
      value,
      label: this.say.it(`users.suspension.reasons.${value}`),
    })),
  );
  protected readonly suspend: Send = (note) =>
    this.api.suspend(this.id(), { reason: suspensionReasons.parse(this.reason()), note });
  protected readonly reinstate: Send = (note) => this.api.reinstate(this.id(), note);
  private readonly dialog = viewChild(ProposalDialog);

  constructor() {
    effect(() => this.dialog()?.open());
  }

  protected answered(): void {
    this.asking.set(null);
    this.changed.emit();
  }
}
