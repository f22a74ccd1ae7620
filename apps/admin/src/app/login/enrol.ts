import { Component, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { viewer } from '@wire/accounts';
import { added, type Added, ceremony, ownFactors, totpSeed } from '@wire/factors';
import { firstValueFrom, type Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Api } from '@ui/app/api';
import { Passkeys } from '@ui/app/passkeys';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { CodesDialog } from '@ui/codes-dialog';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Icon } from '@ui/icon';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { StepUp } from '@ui/step-up';
import { TotpSetup } from '@ui/totp-setup';
import { EntryFrame } from './entry-frame';
import { placeOf } from './place-of';

interface Proof {
  stepUp?: string;
}

/** The first log-in of staff: nothing is open before a second factor is set up. */
@Component({
  selector: 'app-enrol',
  imports: [
    Button,
    CodesDialog,
    EntryFrame,
    ErrorState,
    ErrorSummary,
    Icon,
    PageHeader,
    Skeleton,
    TotpSetup,
    TranslatePipe,
  ],
  templateUrl: './enrol.html',
  styleUrl: './enrol.scss',
})
export class Enrol {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  protected readonly passkeys = inject(Passkeys);
  /** Where to go afterwards, from the address. */
  readonly next = input<string>();
  /** Somebody may have set one up at another browser: then this session is only too old. */
  protected readonly own = answer(() => this.api.get('/factors', ownFactors));
  protected readonly seed = signal<{ seed: string; uri: string } | null>(null);
  protected readonly busy = signal('');
  protected readonly problem = signal<Problem | null>(null);
  private readonly codes = viewChild.required(CodesDialog);

  protected beginTotp(): Promise<void> {
    return this.try('totp', async () => {
      const ask = (proof: Proof) => this.api.post('/factors/totp', {}, totpSeed, proof);
      this.seed.set(await this.secured(ask));
    });
  }
  protected confirmTotp(code: string): Promise<void> {
    return this.try('totp', async () => {
      const ask = (proof: Proof) => this.api.post('/factors/totp/confirm', { code }, added, proof);
      await this.keep(await this.secured(ask));
    });
  }
  protected addPasskey(): Promise<void> {
    return this.try('passkey', async () => {
      const offer = (proof: Proof) =>
        this.api.post('/factors/passkeys/options', {}, ceremony, proof);
      const offered = await this.secured(offer);
      const response = await this.passkeys.make(offered);
      const name = this.say.it('login.enrol.passkey.name');
      const made = { ceremonyId: offered.ceremonyId, name, response };
      const add = (proof: Proof) => this.api.post('/factors/passkeys', made, added, proof);
      await this.keep(await this.secured(add));
    });
  }
  /** The session has shown a factor; its next token says so. */
  protected async enter(): Promise<void> {
    await this.try('enter', async () => {
      await this.session.become(
        await firstValueFrom(this.api.post('/accounts/refresh', {}, viewer)),
      );
      await this.router.navigateByUrl(placeOf(this.next()));
    });
  }
  protected async leave(): Promise<void> {
    await this.session.leave();
    await this.router.navigate(['/login'], { queryParams: { next: this.next() } });
  }

  /** Recovery codes come with the first factor; whoever has some goes straight in. */
  private async keep({ recoveryCodes }: Added): Promise<void> {
    if (recoveryCodes) this.codes().show(recoveryCodes);
    else await this.enter();
  }
  private secured<T>(send: (proof: Proof) => Observable<T>): Promise<T> {
    return firstValueFrom(this.stepUp.guard('security', send, { surely: true }));
  }
  private async try(what: string, work: () => Promise<void>): Promise<void> {
    this.busy.set(what);
    this.problem.set(null);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set('');
    }
  }
}
