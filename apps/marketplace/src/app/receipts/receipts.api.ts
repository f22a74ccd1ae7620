import { inject, Service } from '@angular/core';
import { logKeys, receipt } from '@wire/audit';
import { forkJoin } from 'rxjs';
import { Api, plain } from '@ui/app/api';

@Service()
export class ReceiptsApi {
  private readonly api = inject(Api);

  /** What is said, what proves it, and whose signature counts; no log-in needed. */
  one(milestoneId: string) {
    const path = `/receipts/${milestoneId}`;
    return forkJoin({
      receipt: this.api.get(path, receipt),
      proof: this.api.get(`${path}/proof`, plain, { text: true }),
      keys: this.api.get('/log/keys', logKeys),
    });
  }
}
