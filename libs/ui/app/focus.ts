import { DOCUMENT, inject, provideEnvironmentInitializer } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/**
 * After a navigation, focus goes to the page's h1, so that a screen reader says where it is. The first
 * page, and a change of the query alone, leave the focus where it was.
 */
export const provideFocusOnNavigation = () =>
  provideEnvironmentInitializer(() => {
    const document = inject(DOCUMENT);
    let path: string | undefined;
    inject(Router).events.subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      const next = event.urlAfterRedirects.split(/[?#]/)[0];
      const moved = path !== undefined && path !== next;
      path = next;
      if (moved) setTimeout(() => document.querySelector<HTMLElement>('main h1')?.focus(), 50);
    });
  });
