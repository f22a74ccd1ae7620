import { inject, Service } from '@angular/core';
import { away, identities, type ProviderName, providers } from '@wire/identities';
import { forkJoin, map } from 'rxjs';
import { Api, nothing } from '@ui/app/api';
import { StepUp } from '@ui/step-up';

const root = '/identities';
const surely = { surely: true };

@Service()
export class ConnectedApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);

  all() {
    return forkJoin({
      providers: this.api.get(`${root}/providers`, providers).pipe(map(({ items }) => items)),
      mine: this.api.get(root, identities),
    });
  }
  link(provider: ProviderName) {
    const body = { returnTo: '/settings/connected' };
    return this.stepUp.guard(
      'security',
      (proof) => this.api.post(`${root}/${provider}/link`, body, away, proof),
      surely,
    );
  }
  unlink(id: string) {
    return this.stepUp.guard(
      'security',
      (proof) => this.api.delete(`${root}/${id}`, nothing, proof),
      surely,
    );
  }
}
