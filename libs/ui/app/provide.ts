import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import {
  type EnvironmentProviders,
  ErrorHandler,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideTranslateService } from '@ngx-translate/core';
import { REFRESH } from './api';
import { Uncaught } from './errors';
import { provideFocusOnNavigation } from './focus';
import { refreshOnce } from './refresh';
import { Session } from './session';
import { ThemeChoice } from './theme';
import { WORD_FILES, type WordFiles, Words } from './words';
import { WORK, workOnce } from './work';

/** What both apps start with: the words of the shell, the theme, the session, errors, focus. */
export const provideGuildhall = (files: WordFiles): EnvironmentProviders =>
  makeEnvironmentProviders([
    provideBrowserGlobalErrorListeners(),
    // No page has a `base`: whoever smuggled one in would lead every relative address elsewhere.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideHttpClient(),
    provideTranslateService(),
    provideFocusOnNavigation(),
    { provide: WORD_FILES, useValue: files },
    { provide: REFRESH, useFactory: refreshOnce },
    { provide: WORK, useFactory: workOnce },
    { provide: ErrorHandler, useExisting: Uncaught },
    provideAppInitializer(async () => {
      const words = inject(Words);
      const session = inject(Session);
      inject(ThemeChoice).start();
      await Promise.all([words.start('ui', 'shell'), session.start()]);
    }),
  ]);
