import { computed, inject, PLATFORM_ID, Service, signal } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { Viewer } from '@wire/accounts';
import { catchError, firstValueFrom, of } from 'rxjs';
import { Ability } from './ability';
import { Api, nothing } from './api';
import { Cookies } from './cookies';
import { Viewing } from './viewing';
import { Words } from './words';

/**
 * The session's own cookies cannot be read here. This one only says that there may be a session, so
 * that a guest's page asks for none. The page server sets it too (`libs/ui/server/web.ts`).
 */
const marker = 'gh_in';
/** What the page server sees of it, over http and over https. */
const tokens = ['gh_access', '__Host-gh_access'];
const asViewer = { parse: (value: unknown) => value as Viewer };

/**
 * Who is signed in. `start()` asks once, before the first route; `viewer()` is null for a guest.
 * Role switches go through `act(as)`; the server keeps the choice.
 */
@Service()
export class Session {
  private readonly api = inject(Api);
  private readonly ability = inject(Ability);
  private readonly words = inject(Words);
  private readonly cookies = inject(Cookies);
  private readonly viewing = inject(Viewing);
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly who = signal<Viewer | null>(null);

  readonly viewer = this.who.asReadonly();
  readonly signedIn = computed(() => this.who() !== null);
  /** The side of the market the person is on now: it decides home, navigation and lists. */
  readonly activeRole = computed(() => this.who()?.activeRole ?? null);

  async start(): Promise<void> {
    if (this.browser) this.words.zone.set(Intl.DateTimeFormat().resolvedOptions().timeZone);
    const isViewing = this.viewing.token() !== null;
    if (!isViewing && !(this.browser ? [marker] : tokens).some((name) => this.cookies.read(name)))
      return;
    const ask = this.api.get('/accounts/me', asViewer).pipe(catchError(() => of(null)));
    const viewer = await firstValueFrom(ask);
    if (isViewing && !viewer) this.viewing.end();
    await this.become(viewer);
  }
  /** After log-in, verification, a change of the account. */
  async become(viewer: Viewer | null): Promise<void> {
    this.who.set(viewer);
    this.cookies.write(marker, viewer ? '1' : '');
    if (!viewer) return;
    this.words.zone.set(viewer.timeZone);
    // Whoever chose a language here keeps it; otherwise the account's is spoken.
    if (!this.cookies.read('gh_lang')) await this.words.choose(viewer.locale);
    await this.ability.become(viewer);
  }
  async act(as: 'client' | 'provider'): Promise<void> {
    const change = this.api.patch('/accounts/me', { activeRole: as }, asViewer);
    await this.become(await firstValueFrom(change));
  }
  async leave(): Promise<void> {
    await firstValueFrom(
      this.api
        .post('/accounts/logout', {}, nothing, { quiet: true })
        .pipe(catchError(() => of(null))),
    );
    await this.ended();
  }
  /** Nobody is signed in here any more, whoever ended it. */
  async ended(): Promise<void> {
    await this.become(null);
    await this.ability.become(null);
  }
}
