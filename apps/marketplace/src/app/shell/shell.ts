import { Component, computed, DestroyRef, effect, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslatePipe, TranslateService } from '@ngx-translate/core';
import { filter } from 'rxjs';
import { Session } from '@ui/app/session';
import { Words } from '@ui/app/words';
import { Icon } from '@ui/icon';
import { Keys } from '@ui/keys';
import { KeyMap } from '@ui/key-map';
import { Mark } from '@ui/mark';
import { OfflineBanner } from '@ui/offline-banner';
import { ViewingBanner } from '@ui/viewing-banner';
import { Palette, type PaletteItem } from '@ui/palette';
import { LanguageSwitch, ThemeSwitch } from '@ui/preferences';
import { ToastOutlet } from '@ui/toasts';
import { kindOf } from './page-kind';
import { AccountMenu } from './account-menu';
import { ConsentBanner } from './consent-banner';
import { PrivacyBanner } from './privacy-banner';
import { PrivacyStanding } from '@ui/app/privacy-standing';
import { placesOf } from './navigation';
import { SearchBox } from './search-box';
import { ShellFooter } from './shell-footer';

/** What stands around every page of the marketplace: header, search, the phone's bottom bar, toasts. */
@Component({
  selector: 'app-shell',
  imports: [
    AccountMenu,
    ConsentBanner,
    PrivacyBanner,
    Icon,
    KeyMap,
    LanguageSwitch,
    Mark,
    OfflineBanner,
    Palette,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SearchBox,
    ShellFooter,
    ThemeSwitch,
    ToastOutlet,
    TranslatePipe,
    ViewingBanner,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly router = inject(Router);
  private readonly translate = inject(TranslateService);
  private readonly words = inject(Words);
  private readonly keys = inject(Keys);
  private readonly privacy = inject(PrivacyStanding);
  protected readonly session = inject(Session);

  protected readonly places = computed(() => placesOf[this.session.activeRole() ?? 'guest']);
  protected readonly summoned = signal<'palette' | 'keys' | null>(null);
  protected readonly commands = computed((): PaletteItem[] => {
    this.words.language();
    const places = this.places().map(({ path, word, icon, key }) => ({
      id: path,
      label: this.say(`shell.nav.${word}`),
      icon,
      note: `g ${key}`,
    }));
    const post = { id: '/jobs/new', label: this.say('shell.postJob'), icon: 'plus' as const };
    return this.session.activeRole() === 'provider' ? places : [...places, post];
  });
  private readonly palette = viewChild(Palette);
  private readonly keyMap = viewChild(KeyMap);

  constructor() {
    effect(() => this.palette()?.open());
    effect(() => this.keyMap()?.open());
    effect((undo) => undo(this.keys.add(this.shortcuts())));
    const moved = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
    moved.pipe(takeUntilDestroyed(inject(DestroyRef))).subscribe(() => {
      this.summoned.set(null);
      this.privacy.count(kindOf(this.router.routerState.snapshot.root));
    });
  }

  protected goTo(path: string): void {
    this.summoned.set(null);
    void this.router.navigateByUrl(path);
  }
  /** Asked for again while open: closed and opened, so that it always comes up fresh. */
  protected summon(which: 'palette' | 'keys'): void {
    this.summoned.set(null);
    setTimeout(() => this.summoned.set(which));
  }
  private say(key: string): string {
    return String(this.translate.instant(key));
  }
  private shortcuts() {
    this.words.language();
    return [
      { keys: 'mod+k', label: this.say('ui.palette'), run: () => this.summon('palette') },
      { keys: '?', label: this.say('ui.keyMap'), run: () => this.summon('keys') },
      { keys: '/', label: this.say('shell.search'), run: () => this.focusSearch() },
      ...this.places().map(({ path, word, key }) => ({
        keys: `g ${key}`,
        label: this.say(`shell.nav.${word}`),
        run: () => this.goTo(path),
      })),
    ];
  }
  private focusSearch(): void {
    document.querySelector<HTMLInputElement>('main [data-search], header [data-search]')?.focus();
  }
}
