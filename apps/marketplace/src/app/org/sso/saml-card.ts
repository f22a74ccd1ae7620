import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { saveSaml, type SaveSaml, type SsoPage } from '@wire/sso';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { CheckField } from '@ui/form/check-field';
import { RadioCards } from '@ui/form/radio-cards';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import { IssuerKept } from './issuer-kept';

const ways = ['address', 'metadata', 'hand'] as const;

/** Who vouches for people of the organisation by SAML: who we are there, and who that is. */
@Component({
  selector: 'app-saml-card',
  imports: [
    Button,
    Card,
    CheckField,
    Copy,
    IssuerKept,
    RadioCards,
    TextArea,
    TextField,
    TranslatePipe,
  ],
  templateUrl: './saml-card.html',
  styleUrl: './cards.scss',
})
export class SamlCard {
  private readonly say = inject(Say);
  readonly of = input.required<SsoPage>();
  readonly saved = output<SaveSaml>();
  readonly removed = output();
  /** What is kept, where it is by SAML. */
  protected readonly kept = computed(() => {
    const { issuer } = this.of();
    return issuer?.protocol === 'saml' ? issuer : null;
  });
  protected readonly by = linkedSignal<string>(() => (this.kept() ? 'hand' : 'address'));
  protected readonly url = signal('');
  protected readonly metadata = signal('');
  protected readonly issuer = linkedSignal(() => this.kept()?.issuer ?? '');
  protected readonly ssoUrl = linkedSignal(() => this.kept()?.ssoUrl ?? '');
  protected readonly first = linkedSignal(() => this.kept()?.certificates[0]?.pem ?? '');
  protected readonly second = linkedSignal(() => this.kept()?.certificates[1]?.pem ?? '');
  protected readonly unasked = linkedSignal(() => this.kept()?.unasked ?? false);
  protected readonly choices = computed(() =>
    ways.map((value) => ({
      value,
      label: this.say.it(`sso.saml.ways.${value}.label`),
      text: this.say.it(`sso.saml.ways.${value}.text`),
    })),
  );
  protected readonly draft = computed(
    () => saveSaml.safeParse({ idp: this.idp(), unasked: this.unasked() }).data,
  );

  protected save(): void {
    const draft = this.draft();
    if (draft) this.saved.emit(draft);
  }

  private idp(): object {
    if (this.by() === 'address') return { by: 'address', url: this.url().trim() };
    if (this.by() === 'metadata') return { by: 'metadata', metadata: this.metadata() };
    const certificates = [this.first(), this.second()].filter((one) => one.trim() !== '');
    const [entityId, ssoUrl] = [this.issuer(), this.ssoUrl().trim()];
    return { by: 'hand', entityId, ssoUrl, certificates };
  }
}
