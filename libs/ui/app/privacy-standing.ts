import { isPlatformBrowser } from '@angular/common';
import { computed, DOCUMENT, effect, inject, PLATFORM_ID, Service, signal } from '@angular/core';
import type { Agreement, AgreedVersions, ConsentState, GiveConsents } from '@wire/consents';
import type { Deletion } from '@wire/own-privacy';
import { from, type Observable, switchMap } from 'rxjs';
import { Api, nothing } from './api';
import { Session } from './session';
import { Words } from './words';

/** Not in the first bundle: no page waits for a banner. */
const words = () => from(import('@wire/consents'));
const own = () => from(import('@wire/own-privacy'));

type Signalling = Navigator & { readonly globalPrivacyControl?: boolean };

/**
 * What every page has to know of privacy: whether a choice is open, whether the account is about to
 * be deleted. Nothing that is not needed runs before somebody said yes.
 */
@Service()
export class PrivacyStanding {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly state = signal<ConsentState | null>(null);
  private readonly leaving = signal<Deletion | null>(null);
  private turn = 0;

  readonly consents = this.state.asReadonly();
  readonly deletion = this.leaving.asReadonly();
  readonly counts = computed(
    () => this.state()?.choices.some((one) => one.purpose === 'analytics' && one.given) ?? false,
  );

  /** Texts that a member has not agreed to as they are now. */
  readonly due = computed(() => this.state()?.agreements.filter(({ isDue }) => isDue) ?? []);
  /** The versions that a page shows to whoever opens an account there. */
  readonly shown = computed((): { agreed?: AgreedVersions } => {
    const versions = this.state()?.agreements.map((one) => [one.purpose, one.version] as const);
    return versions ? { agreed: Object.fromEntries(versions) as AgreedVersions } : {};
  });

  constructor() {
    effect(() => {
      this.session.viewer();
      this.words.language();
      if (this.browser) this.look();
    });
  }

  look(): void {
    const locale = this.words.language();
    const navigator: Signalling | undefined = this.view?.navigator;
    const asked = words().pipe(
      switchMap(({ consentState }) =>
        navigator?.globalPrivacyControl
          ? this.api.post('/consents/signal', { locale }, consentState)
          : this.api.get('/consents', consentState, { query: { locale } }),
      ),
    );
    // Nothing is taken back: a signal that is on its way has to arrive.
    this.turn += 1;
    const { turn } = this;
    const keep = (now: ConsentState | null) => {
      if (turn === this.turn) this.state.set(now);
    };
    // A page that cannot ask shows no banner and counts nothing.
    asked.subscribe({ next: keep, error: () => keep(null) });
    if (!this.session.signedIn()) return this.leaving.set(null);
    own()
      .pipe(switchMap(({ ownPrivacy }) => this.api.get('/privacy', ownPrivacy)))
      .subscribe({
        next: ({ deletion }) => this.leaving.set(deletion),
        error: () => this.leaving.set(null),
      });
  }
  /** What was just said counts; an answer to an earlier question comes too late. */
  chosen(now: ConsentState): void {
    this.turn += 1;
    this.state.set(now);
  }
  choose(input: Omit<GiveConsents, 'locale'>) {
    return this.say('/consents', { ...input, locale: this.words.language() });
  }
  agree({ purpose, version }: Agreement) {
    return this.say('/consents/agreements', { purpose, version, locale: this.words.language() });
  }
  count(page: string): void {
    if (!this.counts()) return;
    this.api.post('/consents/page', { page }, nothing).subscribe({ error: () => undefined });
  }
  private say(path: string, body: object): Observable<ConsentState> {
    return words().pipe(switchMap(({ consentState }) => this.api.post(path, body, consentState)));
  }
}
