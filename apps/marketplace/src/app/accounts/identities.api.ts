import { inject, Service } from '@angular/core';
import {
  arrival,
  away,
  type BeginSso,
  finished,
  type Join,
  joined,
  linked,
  type ProviderAnswer,
  type ProviderName,
  providers,
} from '@wire/identities';
import { home } from '@wire/sso';
import { Api } from '@ui/app/api';
import { StepUp } from '@ui/step-up';

const root = '/identities';
const quiet = { quiet: true };

@Service()
export class IdentitiesApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);

  providers() {
    return this.api.get(`${root}/providers`, providers, quiet);
  }
  begin(provider: ProviderName, returnTo: string) {
    return this.api.post(`${root}/${provider}/begin`, { returnTo }, away, quiet);
  }
  finish(provider: ProviderName, answer: ProviderAnswer) {
    return this.api.post(`${root}/${provider}/finish`, answer, finished, quiet);
  }
  home(domain: string) {
    return this.api.get('/sso/home', home, { ...quiet, query: { domain } });
  }
  beginSso(asked: BeginSso) {
    return this.api.post(`${root}/sso/begin`, asked, away, quiet);
  }
  finishSso(organisationId: string, answer: ProviderAnswer) {
    return this.api.post(`${root}/sso/${organisationId}/finish`, answer, finished, quiet);
  }
  arrival() {
    return this.api.get(`${root}/arrival`, arrival, quiet);
  }
  join(input: Join) {
    return this.api.post(`${root}/arrival/join`, input, joined, quiet);
  }
  /** Who has just logged in is not asked again; whoever was in before is. */
  link() {
    return this.stepUp.guard('security', (proof) =>
      this.api.post(`${root}/arrival/link`, {}, linked, proof),
    );
  }
}
