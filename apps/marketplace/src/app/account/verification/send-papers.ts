import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { FileView } from '@wire/files';
import { submitVerification } from '@wire/verification';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Uploads } from '@ui/app/uploads';
import { Button } from '@ui/button';
import { DateField } from '@ui/form/date-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { FileField } from '@ui/form/file-field';
import { RadioCards } from '@ui/form/radio-cards';
import { TextField } from '@ui/form/text-field';
import { VerificationApi } from './verification.api';

interface Owner {
  readonly name: string;
  readonly share: string;
  readonly country: string;
}

/** Papers of a person, or of a company and who owns a quarter of it or more. */
@Component({
  selector: 'app-send-papers',
  imports: [Button, DateField, ErrorSummary, FileField, RadioCards, TextField, TranslatePipe],
  templateUrl: './send-papers.html',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: var(--s4);
    }
  `,
})
export class SendPapers {
  private readonly api = inject(VerificationApi);
  private readonly say = inject(Say);
  private readonly viewer = inject(Session).viewer;
  readonly sent = output();
  protected readonly upload = inject(Uploads).send('identity');

  protected readonly tier = signal('T2');
  protected readonly legalName = signal(this.viewer()?.name ?? '');
  protected readonly birthDate = signal('');
  protected readonly country = signal(this.viewer()?.country ?? '');
  protected readonly document = signal<readonly FileView[]>([]);
  protected readonly selfie = signal<readonly FileView[]>([]);
  protected readonly firm = signal('');
  protected readonly registration = signal('');
  protected readonly owners = signal<readonly Owner[]>([{ name: '', share: '', country: '' }]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly choices = computed(() => [
    { value: 'T2', label: this.say.it('verification.send.person') },
    { value: 'T3', label: this.say.it('verification.send.company') },
  ]);
  protected readonly wish = computed(() => {
    const country = this.country().trim().toUpperCase();
    const owners = this.owners().map((owner) => ({
      ...{ name: owner.name, share: Number(owner.share) },
      country: owner.country.trim().toUpperCase(),
    }));
    const company = {
      ...{ name: this.firm(), registrationNumber: this.registration(), country, owners },
    };
    const { data } = submitVerification.safeParse({
      ...{ tier: this.tier(), legalName: this.legalName(), birthDate: this.birthDate(), country },
      documentFileId: this.document()[0]?.id,
      selfieFileId: this.selfie()[0]?.id,
      ...(this.tier() === 'T3' && { company }),
    });
    return data ?? null;
  });

  protected change(at: number, part: Partial<Owner>): void {
    this.owners.update((all) =>
      all.map((one, index) => (index === at ? { ...one, ...part } : one)),
    );
  }
  protected addOwner(): void {
    this.owners.update((all) => [...all, { name: '', share: '', country: '' }]);
  }
  protected send(event: Event): void {
    event.preventDefault();
    const wish = this.wish();
    if (!wish || this.busy()) return;
    this.busy.set(true);
    this.api.send(wish).subscribe({
      next: () => this.sent.emit(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
