import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { form, FormField, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { phone } from '@wire/accounts';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { OtpField } from '@ui/form/otp-field';
import { PhoneField } from '@ui/form/phone-field';
import { Icon } from '@ui/icon';
import { PageHeader } from '@ui/page-header';
import { AccountPages, accountsFeature } from '../accounts.store';
import { Beside } from '../beside';
import { ownPage } from '../own-page';

/**
 * Two doors, one page. The mail: by its link (`?token=`), or by the six digits in it. Then the phone:
 * its number, and the digits of the SMS. Each can be done later; the page always says which is left.
 */
@Component({
  selector: 'app-verify-email',
  imports: [
    Beside,
    Button,
    ErrorSummary,
    FormField,
    Icon,
    OtpField,
    PageHeader,
    PhoneField,
    RouterLink,
    TranslatePipe,
  ],
  templateUrl: './verify-email.html',
  styleUrl: '../account-frame.scss',
})
export class VerifyEmail {
  private readonly store = inject(Store);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  readonly token = input<string>();
  readonly email = input<string>();
  readonly next = input<string>();
  protected readonly busy = this.store.selectSignal(accountsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(accountsFeature.selectProblem);
  protected readonly phone = this.store.selectSignal(accountsFeature.selectPhone);
  protected readonly code = signal('');
  protected readonly stage = computed(() => {
    const viewer = this.session.viewer();
    if (!viewer?.emailVerified) return this.token() && !this.problem() ? 'link' : 'mail';
    if (viewer.phoneVerified) return 'done';
    return this.phone() ? 'sms' : 'phone';
  });
  protected readonly address = computed(() => this.email() ?? this.session.viewer()?.email ?? '');
  protected readonly country = computed(() => this.session.viewer()?.country);
  protected readonly onward = computed(() => this.router.parseUrl(ownPage(this.next())));
  private readonly draft = signal({ phone: '' });
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, phone));

  constructor() {
    this.store.dispatch(AccountPages.opened());
    // One door or the other: what was typed at the last one, or was wrong, is gone.
    effect(() => {
      this.problem();
      this.stage();
      untracked(() => this.code.set(''));
    });
    afterNextRender(() => {
      const token = this.token();
      if (token) this.store.dispatch(AccountPages.verifyLink({ token }));
    });
  }

  protected verifyMail(code: string): void {
    this.store.dispatch(AccountPages.verifyCode({ email: this.address(), code }));
  }
  protected resend(): void {
    this.store.dispatch(AccountPages.resend({ email: this.address() }));
  }
  protected addPhone(event: Event): void {
    event.preventDefault();
    void submit(this.form, () => {
      this.store.dispatch(AccountPages.addPhone(this.draft()));
      return Promise.resolve(undefined);
    });
  }
  protected verifyPhone(code: string): void {
    this.store.dispatch(AccountPages.verifyPhone({ code }));
  }
  protected otherPhone(): void {
    this.store.dispatch(AccountPages.otherPhone());
  }
}
