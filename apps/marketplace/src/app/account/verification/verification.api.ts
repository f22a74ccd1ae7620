import { inject, Service } from '@angular/core';
import { created } from '@wire/primitives';
import { myVerification, type SubmitVerification } from '@wire/verification';
import { Api } from '@ui/app/api';

@Service()
export class VerificationApi {
  private readonly api = inject(Api);

  mine() {
    return this.api.get('/verification', myVerification);
  }
  send(input: SubmitVerification) {
    return this.api.post('/verification', input, created);
  }
}
