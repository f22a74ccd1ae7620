import { Component, effect, inject, input, output, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { map, tap } from 'rxjs';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { type Field, UsersApi } from '../users.api';

/** Asks why masked details are needed, and shows them for a quarter of an hour. */
@Component({
  selector: 'app-reveal',
  imports: [ProposalDialog, TranslatePipe],
  template: `
    <ui-proposal-dialog
      [heading]="'users.reveal.heading' | translate"
      [lead]="'users.reveal.lead' | translate"
      [verb]="'users.reveal.verb' | translate"
      [reasonHint]="'users.reveal.hint' | translate"
      [done]="'users.reveal.done' | translate"
      [send]="send"
      (closed)="closed.emit()"
    />
  `,
})
export class Reveal {
  private readonly api = inject(UsersApi);
  readonly id = input.required<string>();
  readonly fields = input.required<readonly Field[]>();
  /** Until when they are shown. */
  readonly revealed = output<string>();
  readonly closed = output();

  protected readonly send: Send = (reason) =>
    this.api.reveal(this.id(), this.fields(), reason).pipe(
      tap(({ until }) => this.revealed.emit(until)),
      map(() => null),
    );
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }
}
