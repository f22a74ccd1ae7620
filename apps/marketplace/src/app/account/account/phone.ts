import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { phone } from '@wire/accounts';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorSummary } from '@ui/form/error-summary';
import { OtpField } from '@ui/form/otp-field';
import { PhoneField } from '@ui/form/phone-field';
import { Status } from '@ui/status';
import { AccountPages, accountFeature, isOfPhone } from '../account.store';

/** A number and the code that proves it; codes that guard money go to it afterwards. */
@Component({
  selector: 'app-phone',
  imports: [Button, Card, ErrorSummary, OtpField, PhoneField, Status, TranslatePipe],
  template: `
    <ui-card [heading]="'account.phone.heading' | translate">
      @if (session.viewer()?.phoneVerified) {
        <ui-status card-actions tone="brand">{{ 'account.phone.verified' | translate }}</ui-status>
      }
      @if (waiting(); as number) {
        <form class="stack" (submit)="$event.preventDefault(); verify()">
          <ui-error-summary [problem]="problem()" />
          <p class="small">
            {{ 'account.phone.sent' | translate }} <bdi dir="ltr">{{ number }}</bdi>
          </p>
          <ui-otp-field
            [label]="'account.phone.code' | translate"
            [(value)]="code"
            (complete)="verify()"
          />
          <div class="row">
            <button uiButton kind="primary" type="submit" [busy]="busy()">
              {{ 'account.phone.verify' | translate }}
            </button>
            <button uiButton kind="quiet" type="button" (click)="other()">
              {{ 'account.phone.other' | translate }}
            </button>
          </div>
        </form>
      } @else {
        <form class="stack" (submit)="$event.preventDefault(); add()">
          <ui-error-summary [problem]="problem()" />
          @if (session.viewer()?.phone; as number) {
            <p>
              <bdi dir="ltr">{{ number }}</bdi>
            </p>
          }
          <ui-phone-field
            [label]="'account.phone.number' | translate"
            [hint]="'account.phone.hint' | translate"
            [country]="session.viewer()?.country"
            [touched]="tried()"
            [errors]="readable() ? [] : wrong"
            [(value)]="number"
          />
          <div>
            <button uiButton type="submit" [busy]="busy()">
              {{ 'account.phone.send' | translate }}
            </button>
          </div>
        </form>
      }
    </ui-card>
  `,
})
export class Phone {
  private readonly store = inject(Store);
  protected readonly session = inject(Session);
  protected readonly busy = this.store.selectSignal(accountFeature.selectBusy);
  protected readonly waiting = this.store.selectSignal(accountFeature.selectPhone);
  protected readonly number = signal('');
  protected readonly code = signal('');
  protected readonly tried = signal(false);
  protected readonly wrong = [{ kind: 'phone' }];
  private readonly refused = this.store.selectSignal(accountFeature.selectProblem);
  /** What the form above was refused is said there. */
  protected readonly problem = computed(() => (isOfPhone(this.refused()) ? this.refused() : null));

  constructor() {
    // A wrong code was sent when its last digit came: it must not be sent once more by the button.
    effect(() => {
      if (this.refused()) untracked(() => this.code.set(''));
    });
  }

  protected readable(): boolean {
    return phone.safeParse({ phone: this.number() }).success;
  }
  protected add(): void {
    this.tried.set(true);
    if (this.readable()) this.store.dispatch(AccountPages.addPhone({ phone: this.number() }));
  }
  protected verify(): void {
    const code = this.code();
    if (code.length !== 6) return;
    this.store.dispatch(AccountPages.verifyPhone({ code }));
  }
  protected other(): void {
    this.store.dispatch(AccountPages.otherPhone());
  }
}
