import { DOCUMENT } from '@angular/common';
import {
  ApplicationRef,
  Component,
  createComponent,
  EnvironmentInjector,
  inject,
  input,
  inputBinding,
  output,
  outputBinding,
  Service,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { accepted } from '@wire/primitives';
import { stepUp } from '@wire/accounts';
import { catchError, from, type Observable, switchMap, throwError } from 'rxjs';
import { Api } from './app/api';
import { asProblem, type Problem, problemFrom } from './app/problem';
import { Button } from './button';
import { Dialog } from './dialog';
import { ErrorSummary } from './form/error-summary';
import { OtpField } from './form/otp-field';

const required = { code: 'accounts.step_up_required' };

export type Purpose = 'release' | 'payout' | 'bank';

@Component({
  selector: 'ui-step-up',
  imports: [Button, Dialog, ErrorSummary, OtpField, TranslatePipe],
  template: `
    <ui-dialog [heading]="'ui.stepUp.heading' | translate" (closed)="answered.emit(token)">
      <div class="stack">
        <p>{{ 'ui.stepUp.' + purpose() | translate }}</p>
        <ui-error-summary [problem]="problem()" />
        <ui-otp-field
          [label]="'ui.stepUp.code' | translate"
          [hint]="'ui.stepUp.hint' | translate"
          [(value)]="code"
          (complete)="verify()"
        />
      </div>
      <button dialog-actions uiButton type="button" [busy]="sending()" (click)="send()">
        {{ 'ui.stepUp.again' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="button"
        [busy]="busy()"
        [disabled]="code().length < 6"
        (click)="verify()"
      >
        {{ 'ui.stepUp.confirm' | translate }}
      </button>
    </ui-dialog>
  `,
})
class StepUpDialog {
  private readonly api = inject(Api);
  readonly purpose = input.required<Purpose>();
  readonly answered = output<string | null>();
  protected readonly code = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly sending = signal(false);
  protected token: string | null = null;
  private readonly dialog = viewChild.required(Dialog);
  private readonly field = viewChild.required(OtpField);

  open(): void {
    this.dialog().open();
    this.field().focus();
    this.send();
  }
  protected send(): void {
    this.sending.set(true);
    this.problem.set(null);
    this.api.post('/accounts/step-up', { purpose: this.purpose() }, accepted).subscribe({
      next: () => this.sending.set(false),
      error: (thrown: unknown) => this.fail(thrown),
    });
  }
  protected verify(): void {
    if (this.busy()) return;
    this.busy.set(true);
    const proof = { purpose: this.purpose(), code: this.code() };
    this.api.post('/accounts/step-up/verify', proof, stepUp).subscribe({
      next: ({ token }) => {
        this.token = token;
        this.dialog().close();
      },
      error: (thrown: unknown) => this.fail(thrown),
    });
  }
  private fail(thrown: unknown): void {
    this.problem.set(asProblem(thrown));
    this.busy.set(false);
    this.sending.set(false);
    this.code.set('');
  }
}

/**
 * A fresh proof that it is you, by a code on the phone. `guard('release', (stepUp) => api.post(…,
 * { stepUp }))` sends the request; when the server asks for the proof, the code is asked for and the
 * same request goes again. Closing the dialog leaves the server's refusal as the answer. Who knows
 * that it will be asked for says `surely`, which saves the refused request.
 */
@Service()
export class StepUp {
  private readonly app = inject(ApplicationRef);
  private readonly environmentInjector = inject(EnvironmentInjector);
  private readonly document = inject(DOCUMENT);

  guard<T>(
    purpose: Purpose,
    send: (proof: { stepUp?: string }) => Observable<T>,
    { surely = false } = {},
  ): Observable<T> {
    const refused = () => problemFrom(403, required);
    const first: Observable<T> = surely ? throwError(refused) : send({});
    return first.pipe(
      catchError((problem: Problem) =>
        problem.code === required.code
          ? from(this.ask(purpose)).pipe(
              switchMap((token) =>
                token === null ? throwError(() => problem) : send({ stepUp: token }),
              ),
            )
          : throwError(() => problem),
      ),
    );
  }

  private ask(purpose: Purpose): Promise<string | null> {
    return new Promise((resolve) => {
      const shown = createComponent(StepUpDialog, {
        environmentInjector: this.environmentInjector,
        bindings: [
          inputBinding('purpose', () => purpose),
          outputBinding<string | null>('answered', (token) => {
            resolve(token);
            this.app.detachView(shown.hostView);
            shown.destroy();
          }),
        ],
      });
      this.app.attachView(shown.hostView);
      this.document.body.append(shown.location.nativeElement as Node);
      shown.changeDetectorRef.detectChanges();
      shown.instance.open();
    });
  }
}
