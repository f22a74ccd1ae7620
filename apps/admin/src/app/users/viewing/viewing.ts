import { Component, effect, inject, input, output, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { map, tap } from 'rxjs';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { UsersApi } from '../users.api';

/** Opens the marketplace as one member sees it, in a window of its own. */
@Component({
  selector: 'app-begin-viewing',
  imports: [ProposalDialog, TranslatePipe],
  template: `
    <ui-proposal-dialog
      [heading]="'users.viewing.heading' | translate: { name: name() }"
      [lead]="'users.viewing.lead' | translate"
      [verb]="'users.viewing.verb' | translate"
      [reasonHint]="'users.reveal.hint' | translate"
      [done]="'users.viewing.done' | translate"
      [send]="send"
      (closed)="closed.emit()"
    />
  `,
})
export class BeginViewing {
  private readonly api = inject(UsersApi);
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  readonly closed = output();

  protected readonly send: Send = (reason) =>
    this.api.view(this.id(), reason).pipe(
      tap(({ link }) => window.open(link, '_blank', 'noopener')),
      map(() => null),
    );
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }
}
