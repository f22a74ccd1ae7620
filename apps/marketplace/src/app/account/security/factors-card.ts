import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Added, OwnFactors } from '@wire/factors';
import { firstValueFrom } from 'rxjs';
import { Passkeys } from '@ui/app/passkeys';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { AccountApi } from '../account.api';
import { CodesDialog } from '@ui/codes-dialog';
import { PasskeyName } from './passkey-name';
import { TotpSetup } from '@ui/totp-setup';

/** What a log-in asks for beside the password: passkeys, an app, the phone, and the codes to keep. */
@Component({
  selector: 'app-factors-card',
  imports: [
    Button,
    Card,
    CodesDialog,
    ErrorState,
    ErrorSummary,
    Icon,
    Moment,
    PasskeyName,
    Skeleton,
    Status,
    TotpSetup,
    TranslatePipe,
  ],
  templateUrl: './factors-card.html',
  styleUrl: './rows.scss',
})
export class FactorsCard {
  private readonly api = inject(AccountApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirmation = inject(Confirmation);
  protected readonly session = inject(Session);
  protected readonly passkeys = inject(Passkeys);
  protected readonly own = signal<OwnFactors | null>(null);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal('');
  protected readonly seed = signal<{ seed: string; uri: string } | null>(null);
  protected readonly hasAny = computed(() => {
    const own = this.own();
    return own !== null && (own.totp || own.sms || own.passkeys.length > 0);
  });
  private readonly codes = viewChild.required(CodesDialog);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(null);
    try {
      this.own.set(await firstValueFrom(this.api.factors()));
    } catch (thrown) {
      this.failed.set(asProblem(thrown));
    }
  }
  protected beginTotp(): Promise<void> {
    return this.try('totp', async () => {
      this.seed.set(await firstValueFrom(this.api.beginTotp()));
    });
  }
  protected confirmTotp(code: string): Promise<void> {
    return this.try('totp', async () => {
      await this.added(await firstValueFrom(this.api.confirmTotp(code)), 'totp');
      this.seed.set(null);
    });
  }
  protected addSms(): Promise<void> {
    return this.try('sms', async () => {
      await this.added(await firstValueFrom(this.api.addSms()), 'sms');
    });
  }
  protected addPasskey(): Promise<void> {
    return this.try('passkey', async () => {
      const ceremony = await firstValueFrom(this.api.offerPasskey());
      const response = await this.passkeys.make(ceremony);
      const name = this.say.it('account.factors.passkey.first', {
        number: (this.own()?.passkeys.length ?? 0) + 1,
      });
      const input = { ceremonyId: ceremony.ceremonyId, name, response };
      await this.added(await firstValueFrom(this.api.addPasskey(input)), 'passkey');
    });
  }
  protected rename(id: string, name: string): Promise<void> {
    return this.try('passkey', async () => {
      await firstValueFrom(this.api.renamePasskey(id, name));
      await this.load();
    });
  }
  protected async remove(which: string, name: string): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('account.factors.removeHeading', { name }),
      text: this.say.it('account.factors.removeText'),
      verb: this.say.it('account.factors.remove'),
      danger: true,
    });
    if (!sure) return;
    await this.try(which, async () => {
      await firstValueFrom(this.api.removeFactor(which));
      await this.load();
      this.toasts.say({ text: this.say.it('account.factors.removed', { name }) });
    });
  }
  protected removeOne(which: 'totp' | 'sms'): Promise<void> {
    return this.remove(which, this.say.it(`account.factors.${which}.title`));
  }
  protected makeCodes(): Promise<void> {
    return this.try('codes', async () => {
      const { recoveryCodes } = await firstValueFrom(this.api.makeRecoveryCodes());
      await this.load();
      this.codes().show(recoveryCodes);
    });
  }

  private async added({ recoveryCodes }: Added, factor: string): Promise<void> {
    await this.load();
    this.toasts.say({ text: this.say.it(`account.factors.${factor}.done`) });
    if (recoveryCodes) this.codes().show(recoveryCodes);
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
