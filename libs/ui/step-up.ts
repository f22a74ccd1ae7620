import { DOCUMENT } from '@angular/common';
import {
  ApplicationRef,
  Component,
  createComponent,
  effect,
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
import { stepUp, stepUpAsked, type StepUpPurpose } from '@wire/accounts';
import { ceremony, type Proof, type ProofMethod } from '@wire/factors';
import { catchError, from, type Observable, switchMap, throwError } from 'rxjs';
import { Api } from './app/api';
import { asProblem, type Problem, problemFrom } from './app/problem';
import { Dialog } from './dialog';
import { ErrorSummary } from './form/error-summary';
import { SecondFactor } from './second-factor';
import { Skeleton } from './skeleton';

const required = { code: 'accounts.step_up_required' };

export type Purpose = StepUpPurpose;

interface Shown {
  readonly token: string;
  readonly until: number;
}
/** A token that is about to run out is not sent. */
const marginMs = 10_000;

@Component({
  selector: 'ui-step-up',
  imports: [Dialog, ErrorSummary, SecondFactor, Skeleton, TranslatePipe],
  template: `
    <ui-dialog [heading]="'ui.stepUp.heading' | translate" (closed)="answered.emit(token)">
      <div class="stack">
        <p>{{ 'ui.stepUp.' + purpose() | translate }}</p>
        @if (methods().length > 0) {
          <ui-second-factor
            [methods]="methods()"
            [challenge]="challenge"
            [problem]="problem()"
            [busy]="busy()"
            (shown)="verify($event)"
            (send)="ask()"
          />
        } @else if (problem()) {
          <ui-error-summary [problem]="problem()" />
        } @else {
          <ui-skeleton shape="rows" [count]="1" />
        }
      </div>
    </ui-dialog>
  `,
})
class StepUpDialog {
  private readonly api = inject(Api);
  readonly purpose = input.required<Purpose>();
  readonly answered = output<Shown | null>();
  protected readonly methods = signal<readonly ProofMethod[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected token: Shown | null = null;
  protected readonly challenge = () => this.api.post('/factors/passkeys/challenge', {}, ceremony);
  private readonly dialog = viewChild.required(Dialog);
  private readonly factor = viewChild(SecondFactor);

  constructor() {
    effect(() => this.factor()?.focus());
  }

  open(): void {
    this.dialog().open();
    this.ask();
  }
  /** Which ways are open; where a code has to be sent, it is sent by the question. */
  protected ask(): void {
    this.problem.set(null);
    this.api.post('/accounts/step-up', { purpose: this.purpose() }, stepUpAsked).subscribe({
      next: ({ methods }) => this.methods.set(methods),
      error: (thrown: unknown) => this.problem.set(asProblem(thrown)),
    });
  }
  protected verify(proof: Proof): void {
    this.busy.set(true);
    this.problem.set(null);
    const shown = { purpose: this.purpose(), proof };
    this.api.post('/accounts/step-up/verify', shown, stepUp).subscribe({
      next: ({ token, expiresAt }) => {
        this.token = { token, until: Date.parse(expiresAt) - marginMs };
        this.dialog().close();
      },
      error: (thrown: unknown) => {
        this.problem.set(asProblem(thrown));
        this.busy.set(false);
      },
    });
  }
}

/**
 * A fresh proof that it is you, by a passkey, an app or a code. `guard('release', (stepUp) => api.post(…,
 * { stepUp }))` sends the request; when the server asks for the proof, it is asked for here and the same
 * request goes again. Closing the dialog leaves the server's refusal as the answer. Who knows
 * that it will be asked for says `surely`, which saves the refused request.
 */
@Service()
export class StepUp {
  private readonly app = inject(ApplicationRef);
  private readonly environmentInjector = inject(EnvironmentInjector);
  private readonly document = inject(DOCUMENT);

  /** A proof for the security settings holds for all of its five minutes: they take several steps. */
  private kept: { token: string; until: number } | null = null;

  guard<T>(
    purpose: Purpose,
    send: (proof: { stepUp?: string }) => Observable<T>,
    { surely = false } = {},
  ): Observable<T> {
    const refused = () => problemFrom(403, required);
    const known = purpose === 'security' ? this.keptToken() : null;
    const first = known ? send({ stepUp: known }) : surely ? throwError(refused) : send({});
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

  private keptToken(): string | null {
    return this.kept && this.kept.until > Date.now() ? this.kept.token : null;
  }

  private ask(purpose: Purpose): Promise<string | null> {
    return new Promise((resolve) => {
      const shown = createComponent(StepUpDialog, {
        environmentInjector: this.environmentInjector,
        bindings: [
          inputBinding('purpose', () => purpose),
          outputBinding<Shown | null>('answered', (shownToken) => {
            if (shownToken && purpose === 'security') this.kept = shownToken;
            resolve(shownToken?.token ?? null);
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
