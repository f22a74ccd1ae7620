import { inject, Service } from '@angular/core';
import { contractRows } from '@wire/contracts';
import { jobRows } from '@wire/jobs';
import { myVerification } from '@wire/verification';
import { Api } from '@ui/app/api';

@Service()
export class HomeApi {
  private readonly api = inject(Api);

  contracts(role: 'client' | 'provider') {
    return this.api.get('/contracts', contractRows, { query: { role, limit: 50 } });
  }
  verification() {
    return this.api.get('/verification', myVerification);
  }
  /** The client's open jobs: those that proposals come in for. */
  openJobs() {
    return this.api.get('/jobs/mine', jobRows, { query: { status: 'published', limit: 20 } });
  }
}
