import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Ceremony, Proof, ProofMethod } from '@wire/factors';
import { firstValueFrom, type Observable } from 'rxjs';
import { Passkeys } from './app/passkeys';
import { asProblem, type Problem } from './app/problem';
import { Button } from './button';
import { ErrorSummary } from './form/error-summary';
import { OtpField } from './form/otp-field';
import { TextField } from './form/text-field';
import { RetryWait } from './retry-wait';

/**
 * Every way to show a second time who one is: passkey, six digits, recovery code. The page says which
 * are open and where the challenge comes from, and gets the proof.
 */
@Component({
  selector: 'ui-second-factor',
  imports: [Button, ErrorSummary, OtpField, RetryWait, TextField, TranslatePipe],
  templateUrl: './second-factor.html',
  styles: `
    .others {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s2);
      padding-block-start: var(--s3);
      border-block-start: 1px solid var(--line);
    }
  `,
})
export class SecondFactor {
  private readonly passkeys = inject(Passkeys);
  readonly methods = input.required<readonly ProofMethod[]>();
  readonly challenge = input.required<() => Observable<Ceremony>>();
  readonly phone = input<string | null>(null);
  readonly problem = input<Problem | null>(null);
  readonly busy = input(false);
  readonly shown = output<Proof>();
  /** Another code is wanted. */
  readonly send = output();
  protected readonly way = linkedSignal<ProofMethod | undefined>(() => this.open()[0]);
  protected readonly others = computed(() => this.open().filter((one) => one !== this.way()));
  protected readonly code = signal('');
  protected readonly recovery = signal('');
  protected readonly signing = signal(false);
  protected readonly own = signal<Problem | null>(null);
  protected readonly locked = linkedSignal(
    () => this.problem()?.facts?.['retryAfterSeconds'] !== undefined,
  );
  private readonly field = viewChild(OtpField);
  private readonly open = computed(() =>
    this.methods().filter((method) => method !== 'passkey' || this.passkeys.able),
  );

  constructor() {
    effect(() => {
      if (this.problem()) untracked(() => this.code.set(''));
    });
  }

  focus(): void {
    this.field()?.focus();
  }
  protected choose(way: ProofMethod): void {
    this.own.set(null);
    this.code.set('');
    this.way.set(way);
    if (way === 'sms') this.send.emit();
  }
  protected type(): void {
    const method = this.way();
    const code = this.code();
    if (this.busy() || this.locked() || code.length < 6) return;
    if (method === 'totp') this.shown.emit({ method, code });
    if (method === 'sms' || method === 'mail') this.shown.emit({ method, code });
  }
  protected recover(event: Event): void {
    event.preventDefault();
    const code = this.recovery().trim();
    if (code && !this.busy() && !this.locked()) this.shown.emit({ method: 'recovery', code });
  }
  protected async sign(): Promise<void> {
    this.own.set(null);
    this.signing.set(true);
    try {
      const ceremony = await firstValueFrom(this.challenge()());
      const response = await this.passkeys.sign(ceremony);
      this.shown.emit({ method: 'passkey', ceremonyId: ceremony.ceremonyId, response });
    } catch (thrown) {
      this.own.set(asProblem(thrown));
    } finally {
      this.signing.set(false);
    }
  }
}
