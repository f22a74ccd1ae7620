import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { conflictIn } from '@wire/duties';
import { staffRoles } from '@wire/permissions';
import { tap } from 'rxjs';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { SelectField } from '@ui/form/select-field';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { ElevationsApi } from '../elevations.api';

/** One more role for an hour: with a second person, or, where glass is broken, without. */
@Component({
  selector: 'app-ask-elevation',
  imports: [ProposalDialog, SelectField, TranslatePipe],
  template: `
    <ui-proposal-dialog
      [danger]="glass()"
      [heading]="words() + '.heading' | translate"
      [lead]="words() + '.lead' | translate"
      [verb]="words() + '.verb' | translate"
      [done]="words() + '.done' | translate"
      [ready]="role() !== ''"
      [send]="send"
      (closed)="closed.emit($event)"
    >
      <ui-select-field
        [label]="'elevations.role' | translate"
        [placeholder]="'elevations.choose' | translate"
        [choices]="choices()"
        [(value)]="role"
      />
    </ui-proposal-dialog>
  `,
})
export class AskElevation {
  private readonly api = inject(ElevationsApi);
  private readonly say = inject(Say);
  private readonly session = inject(Session);
  /** Without a second person. */
  readonly glass = input(false);
  readonly closed = output<boolean>();

  protected readonly role = signal('');
  protected readonly words = computed(() => (this.glass() ? 'elevations.glass' : 'elevations.ask'));
  /** What may not be held together is not offered. */
  protected readonly choices = computed(() => {
    const own = this.session.viewer()?.roles ?? [];
    return staffRoles
      .filter((role) => role !== 'break_glass' && !own.includes(role))
      .filter((role) => conflictIn([...own, role]) === null)
      .map((value) => ({ value, label: this.say.it(`shell.roles.${value}`) }));
  });
  protected readonly send: Send = (reason, key) =>
    this.glass()
      ? this.api.breakGlass(this.role(), reason).pipe(tap(() => void this.session.start()))
      : this.api.ask(this.role(), reason, key);
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }
}
