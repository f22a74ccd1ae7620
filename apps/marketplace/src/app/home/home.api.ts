import { inject, Service } from '@angular/core';
import { contractRows } from '@wire/contracts';
import { Api } from '@ui/app/api';

@Service()
export class HomeApi {
  private readonly api = inject(Api);

  contracts(role: 'client' | 'provider') {
    return this.api.get('/contracts', contractRows, { query: { role, limit: 50 } });
  }
}
