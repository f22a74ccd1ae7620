import { Component, inject, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { newService, type ServiceAccount } from '@wire/api-keys';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Confirmation } from '@ui/confirm';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { Toasts } from '@ui/toasts';
import { ApiKeysApi } from './api-keys.api';

/** Programs that are named in the record for themselves. */
@Component({
  selector: 'app-services-card',
  imports: [Button, Card, ErrorSummary, Icon, Moment, TextField, TranslatePipe],
  template: `
    <ui-card [heading]="'apiKeys.services.heading' | translate">
      <p class="muted small">{{ 'apiKeys.services.lead' | translate }}</p>
      <ul class="rows">
        @for (service of services(); track service.id) {
          <li>
            <ui-icon name="settings" />
            <div>
              <p>
                <b>{{ service.name }}</b>
              </p>
              <p class="muted small">
                {{ 'apiKeys.services.keys' | translate: { count: service.keys } }} ·
                <ui-moment [at]="service.createdAt" />
              </p>
            </div>
            <div class="actions">
              <button
                uiButton
                small
                type="button"
                [attr.aria-label]="'apiKeys.services.closeNamed' | translate: service"
                (click)="close(service)"
              >
                {{ 'apiKeys.services.close' | translate }}
              </button>
            </div>
          </li>
        }
      </ul>
      <form novalidate (submit)="add($event)">
        <ui-error-summary [problem]="problem()" />
        <ui-text-field
          autocomplete="off"
          [label]="'apiKeys.services.name' | translate"
          [maxlength]="60"
          [(value)]="name"
        />
        <button uiButton type="submit" [busy]="busy()" [disabled]="!name().trim()">
          {{ 'apiKeys.services.add' | translate }}
        </button>
      </form>
    </ui-card>
  `,
  styleUrls: ['../security/rows.scss', './services-card.scss'],
})
export class ServicesCard {
  private readonly api = inject(ApiKeysApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly confirmation = inject(Confirmation);
  readonly services = input.required<readonly ServiceAccount[]>();
  readonly changed = output();
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected add(event: Event): void {
    event.preventDefault();
    const { data } = newService.safeParse({ name: this.name() });
    if (!data || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.api.openService(data.name).subscribe({
      next: () => {
        this.busy.set(false);
        this.name.set('');
        this.changed.emit();
      },
      error: (thrown: unknown) => this.refuse(thrown),
    });
  }
  protected async close({ id, name }: ServiceAccount): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('apiKeys.services.closeHeading', { name }),
      text: this.say.it('apiKeys.services.closeText'),
      verb: this.say.it('apiKeys.services.close'),
      danger: true,
    });
    if (!sure) return;
    this.api.closeService(id).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('apiKeys.services.closed', { name }) });
        this.changed.emit();
      },
      error: (thrown: unknown) => this.refuse(thrown),
    });
  }

  private refuse(thrown: unknown): void {
    this.busy.set(false);
    this.problem.set(asProblem(thrown));
  }
}
