import { inject, Service } from '@angular/core';
import {
  type ByPasskey,
  factorAsked,
  loggedIn,
  type RegisterAccount,
  viewer,
} from '@wire/accounts';
import { ceremony, type Proof } from '@wire/factors';
import { accepted } from '@wire/primitives';
import { Api } from '@ui/app/api';

const quiet = { quiet: true };

@Service()
export class AccountsApi {
  private readonly api = inject(Api);

  register(account: RegisterAccount) {
    return this.api.post('/accounts', account, accepted, quiet);
  }
  logIn(input: { email: string; password: string }) {
    return this.api.post('/accounts/login', input, loggedIn, quiet);
  }
  verifyEmail(input: { token: string } | { email: string; code: string }) {
    return this.api.post('/accounts/verify-email', input, loggedIn, quiet);
  }
  resend(email: string) {
    return this.api.post('/accounts/verify-email/resend', { email }, accepted, quiet);
  }
  addPhone(phone: string) {
    return this.api.post('/accounts/phone', { phone }, accepted);
  }
  verifyPhone(code: string) {
    return this.api.post('/accounts/phone/verify', { code }, viewer);
  }
  factor() {
    return this.api.get('/accounts/login/factor', factorAsked, quiet);
  }
  askCode() {
    return this.api.post('/accounts/login/factor/sms', {}, accepted, quiet);
  }
  askPasskey() {
    return this.api.post('/accounts/login/factor/passkey', {}, ceremony, quiet);
  }
  byFactor(proof: Proof) {
    return this.api.post('/accounts/login/factor', proof, viewer, quiet);
  }
  anyPasskey() {
    return this.api.post('/accounts/login/passkey/options', {}, ceremony, quiet);
  }
  byPasskey(input: ByPasskey) {
    return this.api.post('/accounts/login/passkey', input, viewer, quiet);
  }
  askLink(purpose: 'reset' | 'log_in', email: string) {
    const path = purpose === 'reset' ? '/accounts/password/forgot' : '/accounts/login/link';
    return this.api.post(path, { email }, accepted, quiet);
  }
  byLink(token: string) {
    return this.api.post('/accounts/login/link/redeem', { token }, loggedIn, quiet);
  }
  resetPassword(token: string, password: string) {
    return this.api.post('/accounts/password/reset', { token, password }, accepted, quiet);
  }
}
