import { isPlatformBrowser } from '@angular/common';
import { computed, effect, inject, PLATFORM_ID, Service, signal, untracked } from '@angular/core';
import type { MyOrganisations } from '@wire/organisations';
import { catchError, firstValueFrom, of } from 'rxjs';
import { Api, nothing } from './api';
import { Session } from './session';

/* The schema stays out of the first chunk of every page. */
const asMine = { parse: (value: unknown) => value as MyOrganisations };

/** Where the signed-in person is a member, and whom they act for now; the server keeps the choice. */
@Service()
export class Organisations {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly got = signal<MyOrganisations | null>(null);

  /** Null until the first answer. */
  readonly mine = this.got.asReadonly();
  readonly acting = computed(() => {
    const { acting, items = [] } = this.got() ?? {};
    return items.find(({ id }) => id === acting?.organisationId) ?? null;
  });
  /** Whose pages are shown: of the one that is acted for, else of the first. */
  readonly current = computed(() => this.acting() ?? this.got()?.items[0] ?? null);

  constructor() {
    effect(() => {
      const isIn = this.session.viewer()?.id !== undefined;
      untracked(() => (isIn ? void this.refresh() : this.got.set(null)));
    });
  }

  /** Without it everything else still works. */
  async refresh(): Promise<void> {
    if (!this.browser) return;
    const asked = this.api.get('/organisations/mine', asMine).pipe(catchError(() => of(null)));
    this.got.set((await firstValueFrom(asked)) ?? this.got());
  }
  async actFor(workspaceId: string | null): Promise<void> {
    await firstValueFrom(this.api.put('/organisations/acting', { workspaceId }, nothing));
    await this.refresh();
  }
}
