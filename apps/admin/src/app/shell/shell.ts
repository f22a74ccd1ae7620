import {
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslatePipe, TranslateService } from '@ngx-translate/core';
import { debounceTime, filter, switchMap } from 'rxjs';
import { Ability } from '@ui/app/ability';
import { Session } from '@ui/app/session';
import { Words } from '@ui/app/words';
import { Icon } from '@ui/icon';
import { KeyMap } from '@ui/key-map';
import { Keys } from '@ui/keys';
import { Mark } from '@ui/mark';
import { OfflineBanner } from '@ui/offline-banner';
import { Palette, type PaletteItem } from '@ui/palette';
import { LanguageSwitch, ThemeSwitch } from '@ui/preferences';
import { AccountMenu } from './account-menu';
import { AlarmBanner } from './alarm-banner';
import { Finder } from './finder';
import { sections } from './navigation';
import { SideNav } from './side-nav';

/** What stands around every page of the console: places, palette, shortcuts, who is at work. */
@Component({
  selector: 'app-shell',
  imports: [
    AccountMenu,
    AlarmBanner,
    Icon,
    KeyMap,
    LanguageSwitch,
    Mark,
    OfflineBanner,
    Palette,
    RouterLink,
    RouterOutlet,
    SideNav,
    ThemeSwitch,
    TranslatePipe,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly router = inject(Router);
  private readonly translate = inject(TranslateService);
  private readonly words = inject(Words);
  private readonly keys = inject(Keys);
  private readonly ability = inject(Ability);
  private readonly finder = inject(Finder);
  protected readonly session = inject(Session);
  protected readonly modifier = /Mac|iP/.test(navigator.userAgent) ? '⌘' : 'Ctrl ';

  protected readonly summoned = signal<'palette' | 'keys' | null>(null);
  protected readonly typed = signal('');
  protected readonly found = toSignal(
    toObservable(this.typed).pipe(
      debounceTime(200),
      switchMap((text) => this.finder.find(text)),
    ),
    { initialValue: [] },
  );
  private readonly places = computed(() =>
    sections.flatMap(({ places }) => places).filter(({ needs }) => this.ability.can(...needs)),
  );
  protected readonly commands = computed((): PaletteItem[] => {
    this.words.language();
    return this.places().map(({ path, word, icon, key }) => ({
      id: path,
      label: this.say(`shell.nav.${word}`),
      icon,
      note: `g ${key}`,
    }));
  });
  private readonly palette = viewChild(Palette);
  private readonly keyMap = viewChild(KeyMap);
  private readonly drawer = viewChild.required<ElementRef<HTMLElement>>('places');

  constructor() {
    effect(() => this.palette()?.open());
    effect(() => this.keyMap()?.open());
    effect((undo) => undo(this.keys.add(this.shortcuts())));
    const moved = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
    moved.pipe(takeUntilDestroyed(inject(DestroyRef))).subscribe(() => {
      this.summoned.set(null);
      this.drawer().nativeElement.hidePopover();
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
    const field = document.querySelector<HTMLInputElement>('main [data-search]');
    if (field) field.focus();
    else this.summon('palette');
  }
}
