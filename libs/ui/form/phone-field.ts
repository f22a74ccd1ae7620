import { Component, computed, inject, input, linkedSignal, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslatePipe } from '@ngx-translate/core';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { Say } from '../app/say';
import { Words } from '../app/words';
import { Icon } from '../icon';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

/**
 * A phone number: the country is chosen, the rest is typed as people write it at home. Its value is
 * E.164 as soon as it can be read. A number that is typed or filled in with its `+` chooses the country.
 */
@Component({
  selector: 'ui-phone-field',
  imports: [FieldFrame, Icon, TranslatePipe],
  template: `
    <ui-field-frame
      [for]="id"
      [label]="label()"
      [hint]="hint()"
      [optional]="optional()"
      [problem]="wrong() ? ('ui.errors.phone' | translate) : null"
    >
      <span class="control" dir="ltr" [class.wrong]="wrong()" [class.off]="disabled()">
        <span class="country">
          <span aria-hidden="true">{{ chosen() }} +{{ callingCode() }}</span>
          <ui-icon name="chevron-down" [size]="14" />
          <select
            #country
            autocomplete="tel-country-code"
            [attr.aria-label]="'ui.phoneCountry' | translate"
            [disabled]="disabled()"
            (change)="choose(country.value)"
          >
            @for (one of countries(); track one.code) {
              <option [value]="one.code" [selected]="one.code === chosen()">{{ one.label }}</option>
            }
          </select>
        </span>
        <input
          #field
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          [id]="id"
          [value]="typed()"
          [disabled]="disabled()"
          [attr.aria-invalid]="wrong() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (input)="take(field.value)"
          (blur)="settle()"
        />
      </span>
    </ui-field-frame>
  `,
  styleUrl: './field.scss',
  styles: `
    .country {
      position: relative;
      flex: none;
      display: flex;
      gap: var(--s1);
      align-items: center;
      align-self: stretch;
      padding-inline: var(--s3) var(--s2);
      border-inline-end: 1px solid var(--line);
      border-start-start-radius: inherit;
      border-end-start-radius: inherit;
      color: var(--muted);
      font-size: var(--t14);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .country:focus-within {
      background: var(--sunken);
      color: var(--ink);
    }
    select {
      position: absolute;
      inset: 0;
      padding: 0;
      opacity: 0;
    }
  `,
})
export class PhoneField extends FieldControl implements FormValueControl<string> {
  private readonly say = inject(Say);
  private readonly language = inject(Words).language;
  readonly value = model('');
  /** Where the person is at home; it is chosen at first. */
  readonly country = input<string>();
  protected readonly chosen = linkedSignal<CountryCode>(() => {
    const home = this.country() ?? '';
    return isSupportedCountry(home) ? home : 'IN';
  });
  protected readonly callingCode = computed(() => getCountryCallingCode(this.chosen()));
  protected readonly typed = signal('');
  private readonly typing = signal(false);
  protected readonly wrong = computed(() => {
    if (this.typing()) return false;
    return this.typed().trim() === '' ? this.problem() !== null : !this.read()?.isValid();
  });
  protected readonly countries = computed(() => {
    const collator = new Intl.Collator(this.language());
    return getCountries()
      .map((code) => {
        return { code, label: `${this.say.country(code)} (+${getCountryCallingCode(code)})` };
      })
      .sort((a, b) => collator.compare(a.label, b.label));
  });

  protected choose(code: string): void {
    if (!isSupportedCountry(code)) return;
    this.chosen.set(code);
    this.tell();
  }
  protected take(text: string): void {
    this.typing.set(true);
    this.typed.set(text);
    const country = text.trim().startsWith('+') ? this.read()?.country : undefined;
    if (country) this.chosen.set(country);
    this.tell();
  }
  /** On leaving, the number is shown as it is written in its country. */
  protected settle(): void {
    this.typing.set(false);
    const found = this.read();
    if (found?.isValid()) this.typed.set(found.formatNational());
    this.touch.emit();
  }

  private read() {
    return parsePhoneNumberFromString(this.typed(), this.chosen());
  }
  private tell(): void {
    this.value.set(this.read()?.number ?? this.typed().trim());
  }
}
