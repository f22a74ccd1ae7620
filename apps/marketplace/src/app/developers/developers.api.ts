import { inject, Service } from '@angular/core';
import { apiDescription } from '@wire/api-reference';
import { map } from 'rxjs';
import { Api } from '@ui/app/api';
import { groupsOf } from './described';

@Service()
export class DevelopersApi {
  private readonly api = inject(Api);

  /** What keys may do, by what it is about. */
  reference() {
    return this.api.get('/openapi-keys.json', apiDescription).pipe(map(groupsOf));
  }
}
