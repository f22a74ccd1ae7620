import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Organisations } from '@ui/app/organisations';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { PageHeader } from '@ui/page-header';
import { OrgApi } from '../org.api';

/** A name is all that an organisation needs to begin. */
@Component({
  selector: 'app-found-organisation',
  imports: [Button, Card, ErrorSummary, PageHeader, TextField, TranslatePipe],
  template: `
    <div class="page narrow">
      <ui-page-header
        [heading]="'org.found.heading' | translate"
        [lead]="'org.found.lead' | translate"
      />
      <ui-card>
        <form class="stack" (submit)="$event.preventDefault(); found()">
          <ui-error-summary [problem]="problem()" />
          <ui-text-field
            autocomplete="organization"
            [label]="'org.name' | translate"
            [maxlength]="80"
            [(value)]="name"
          />
          <div>
            <button
              uiButton
              kind="primary"
              type="submit"
              [busy]="busy()"
              [disabled]="!name().trim()"
            >
              {{ 'org.found.verb' | translate }}
            </button>
          </div>
        </form>
      </ui-card>
    </div>
  `,
  styles: `
    .narrow {
      max-inline-size: 640px;
    }
  `,
})
export class FoundOrganisation {
  private readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly router = inject(Router);
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected found(): void {
    if (!this.name().trim() || this.busy()) return;
    this.busy.set(true);
    this.api.found(this.name().trim()).subscribe({
      next: () => void this.open(),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
  private async open(): Promise<void> {
    await this.organisations.refresh();
    await this.router.navigateByUrl('/org/members');
  }
}
