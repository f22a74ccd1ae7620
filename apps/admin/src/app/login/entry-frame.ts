import { Component } from '@angular/core';
import { Mark } from '@ui/mark';
import { LanguageSwitch, ThemeSwitch } from '@ui/preferences';

/** What stands before the console: one card in the middle, and the reader's own settings. */
@Component({
  selector: 'app-entry-frame',
  imports: [LanguageSwitch, Mark, ThemeSwitch],
  template: `
    <header>
      <span class="brand"><ui-mark [size]="24" />Guildhall</span>
      <span class="row gap-2"><ui-language-switch /><ui-theme-switch /></span>
    </header>
    <main><ng-content /></main>
  `,
  styleUrl: './entry-frame.scss',
})
export class EntryFrame {}
