import { type ErrorHandler, inject, Service } from '@angular/core';
import { TranslateService } from '@ngx-translate/core';
import { Toasts } from '../toasts';
import { isProblem } from './problem';

/** What no page caught: said once as a toast that stays, and left in the console for whoever reports it. */
@Service()
export class Uncaught implements ErrorHandler {
  private readonly toasts = inject(Toasts);
  private readonly translate = inject(TranslateService);

  handleError(thrown: unknown): void {
    const cause = (thrown as { rejection?: unknown }).rejection ?? thrown;
    if (isProblem(cause) && cause.status === 401) return;
    globalThis.console.error(thrown);
    this.toasts.fail(String(this.translate.instant('ui.failed')));
  }
}
