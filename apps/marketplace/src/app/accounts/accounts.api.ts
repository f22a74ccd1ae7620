import { inject, Service } from '@angular/core';
import { type RegisterAccount, viewer } from '@wire/accounts';
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
    return this.api.post('/accounts/login', input, viewer, quiet);
  }
  verifyEmail(input: { token: string } | { email: string; code: string }) {
    return this.api.post('/accounts/verify-email', input, viewer, quiet);
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
}
