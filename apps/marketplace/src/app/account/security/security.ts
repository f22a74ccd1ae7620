import { Component } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { PageHeader } from '@ui/page-header';
import { EmailCard } from './email-card';
import { FactorsCard } from './factors-card';
import { PasswordCard } from './password-card';
import { SessionsCard } from './sessions-card';

/** Everything about the way in: password, address, second factors, and where one is logged in. */
@Component({
  selector: 'app-security',
  imports: [EmailCard, FactorsCard, PageHeader, PasswordCard, SessionsCard, TranslatePipe],
  template: `
    <ui-page-header
      [heading]="'account.security.heading' | translate"
      [lead]="'account.security.lead' | translate"
    />
    <div class="stack gap-6">
      <app-factors-card />
      <app-password-card />
      <app-email-card />
      <app-sessions-card />
    </div>
  `,
})
export class Security {}
