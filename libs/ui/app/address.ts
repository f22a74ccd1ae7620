import { inject, Service } from '@angular/core';
import { type Params, Router } from '@angular/router';

/** What a page shows, as it stands in its address: it can be linked and loaded again. */
@Service()
export class Address {
  private readonly router = inject(Router);

  /** Changes what is named and leaves the rest; null takes it out. It is no step to go back from. */
  change(queryParams: Params): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
