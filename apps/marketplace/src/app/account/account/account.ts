import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@ui/app/session';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { PageHeader } from '@ui/page-header';
import { AccountPages, accountFeature, isOfPhone } from '../account.store';
import { Phone } from './phone';

interface Draft {
  name: string;
  locale: 'en' | 'ar';
  timeZone: string;
  client: boolean;
  provider: boolean;
}

/** Name, language, time zone, the sides of the market, and the phone. */
@Component({
  selector: 'app-account-settings',
  imports: [
    Button,
    Card,
    CheckField,
    ErrorSummary,
    PageHeader,
    Phone,
    SelectField,
    TextField,
    TranslatePipe,
  ],
  template: `
    <ui-page-header [heading]="'account.account.heading' | translate" />
    <div class="stack gap-6">
      <ui-error-summary [problem]="problem()" />
      <form (submit)="$event.preventDefault(); save()">
        <ui-card>
          <div class="stack gap-6">
            <p class="muted small">
              {{ 'account.account.mail' | translate }}
              <bdi>{{ session.viewer()?.email }}</bdi>
            </p>
            <ui-text-field
              autocomplete="name"
              [label]="'account.account.name' | translate"
              [maxlength]="80"
              [value]="draft().name"
              (valueChange)="change({ name: $event })"
            />
            <ui-select-field
              [label]="'account.account.language' | translate"
              [choices]="languages"
              [value]="draft().locale"
              (valueChange)="change({ locale: $event === 'ar' ? 'ar' : 'en' })"
            />
            <ui-select-field
              [label]="'account.account.zone' | translate"
              [hint]="'account.account.zoneHint' | translate"
              [choices]="zones()"
              [value]="draft().timeZone"
              (valueChange)="change({ timeZone: $event })"
            />
            <fieldset>
              <legend>{{ 'account.account.roles' | translate }}</legend>
              <ui-check-field
                [label]="'account.account.client' | translate"
                [checked]="draft().client"
                (checkedChange)="change({ client: $event })"
              />
              <ui-check-field
                [label]="'account.account.provider' | translate"
                [checked]="draft().provider"
                (checkedChange)="change({ provider: $event })"
              />
            </fieldset>
            <div>
              <button
                uiButton
                kind="primary"
                type="submit"
                [busy]="busy()"
                [disabled]="draft().name.trim() === '' || !(draft().client || draft().provider)"
              >
                {{ 'account.account.save' | translate }}
              </button>
            </div>
          </div>
        </ui-card>
      </form>
      <app-phone />
    </div>
  `,
  styles: `
    fieldset {
      display: grid;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-size: var(--t14);
      font-weight: 550;
    }
  `,
})
export class AccountSettings {
  private readonly store = inject(Store);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  protected readonly busy = this.store.selectSignal(accountFeature.selectBusy);
  private readonly refused = this.store.selectSignal(accountFeature.selectProblem);
  protected readonly problem = computed(() => (isOfPhone(this.refused()) ? null : this.refused()));
  protected readonly draft = signal<Draft>({
    name: '',
    locale: 'en',
    timeZone: 'UTC',
    client: false,
    provider: false,
  });
  protected readonly languages = [
    { value: 'en', label: 'English' },
    { value: 'ar', label: 'العربية' },
  ];
  protected readonly zones = computed(() => {
    const all = new Set([this.draft().timeZone, ...Intl.supportedValuesOf('timeZone')]);
    return [...all].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  });

  constructor() {
    this.store.dispatch(AccountPages.opened());
    effect(() => {
      const viewer = this.session.viewer();
      if (!viewer) return;
      const { name, locale, timeZone, roles } = viewer;
      const sides = { client: roles.includes('client'), provider: roles.includes('provider') };
      untracked(() => this.draft.set({ name, locale, timeZone, ...sides }));
    });
  }

  protected change(to: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...to }));
  }
  protected save(): void {
    const { name, locale, timeZone } = this.draft();
    const roles = (['client', 'provider'] as const).filter((side) => this.draft()[side]);
    void this.words.choose(locale);
    this.store.dispatch(
      AccountPages.changeAccount({ account: { name: name.trim(), locale, timeZone, roles } }),
    );
  }
}
