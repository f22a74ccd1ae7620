import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as homeEffects from '../home.effects';
import { homeFeature } from '../home.store';
import { NextActions } from './next-actions';

export const nextActionsRoutes: Routes = [
  {
    path: '',
    providers: [provideState(homeFeature), provideEffects(homeEffects)],
    component: NextActions,
  },
];
