import type { Routes } from '@angular/router';
import { ErrorPage } from './error-page';

export const errorRoutes: Routes = [
  { path: '403', component: ErrorPage, data: { kind: '403' } },
  { path: '404', component: ErrorPage, data: { kind: '404' } },
  { path: '**', component: ErrorPage, data: { kind: '404' } },
];
