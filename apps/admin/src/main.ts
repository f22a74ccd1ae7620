// First: it has to run before any schema is made.
import '@ui/app/no-eval';

import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

await bootstrapApplication(App, appConfig);
