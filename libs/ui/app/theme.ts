import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { Cookies } from './cookies';

export type Theme = 'system' | 'light' | 'dark';

/** Light, dark, or as the system says; remembered in a cookie so that the server draws it right. */
@Service()
export class ThemeChoice {
  private readonly cookies = inject(Cookies);
  private readonly root = inject(DOCUMENT).documentElement;
  readonly theme = signal<Theme>('system');

  start(): void {
    const remembered = this.cookies.read('gh_theme');
    this.show(remembered === 'light' || remembered === 'dark' ? remembered : 'system');
  }

  choose(theme: Theme): void {
    this.cookies.write('gh_theme', theme);
    this.show(theme);
  }

  private show(theme: Theme): void {
    this.theme.set(theme);
    if (theme === 'system') this.root.removeAttribute('data-theme');
    else this.root.setAttribute('data-theme', theme);
  }
}
