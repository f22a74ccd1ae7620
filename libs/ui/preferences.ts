import { Component, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { type Theme, ThemeChoice } from './app/theme';
import { type Language, languages, Words } from './app/words';
import { Icon } from './icon';
import { Menu, MenuItem } from './menu';

const names: Record<Language, string> = { en: 'English', ar: 'العربية' };

/** The language of the page, each by its own name. */
@Component({
  selector: 'ui-language-switch',
  imports: [Icon, Menu, MenuItem, TranslatePipe],
  template: `
    <ui-menu icon="globe" [label]="'ui.language' | translate">
      @for (language of languages; track language) {
        <button uiMenuItem type="button" [lang]="language" (click)="words.choose(language)">
          <ui-icon [name]="words.language() === language ? 'check' : 'globe'" />
          {{ names[language] }}
        </button>
      }
    </ui-menu>
  `,
})
export class LanguageSwitch {
  protected readonly words = inject(Words);
  protected readonly languages = languages;
  protected readonly names = names;
}

/** Light, dark, or as the system says. */
@Component({
  selector: 'ui-theme-switch',
  imports: [Icon, Menu, MenuItem, TranslatePipe],
  template: `
    <ui-menu icon="contrast" [label]="'ui.theme' | translate">
      @for (each of themes; track each) {
        <button uiMenuItem type="button" (click)="choice.choose(each)">
          <ui-icon [name]="choice.theme() === each ? 'check' : icons[each]" />
          {{ 'ui.themes.' + each | translate }}
        </button>
      }
    </ui-menu>
  `,
})
export class ThemeSwitch {
  protected readonly choice = inject(ThemeChoice);
  protected readonly themes: readonly Theme[] = ['system', 'light', 'dark'];
  protected readonly icons = { system: 'contrast', light: 'sun', dark: 'moon' } as const;
}
