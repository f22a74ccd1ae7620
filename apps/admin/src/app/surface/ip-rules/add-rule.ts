import { Component, computed, effect, inject, output, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { addIpRule, ipEffect, ipRuleReason } from '@wire/surface';
import { Say } from '@ui/app/say';
import { DateField } from '@ui/form/date-field';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { SurfaceApi } from '../surface.api';

const dayMs = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** One network, kept out or let in: why, and until when. */
@Component({
  selector: 'app-add-rule',
  imports: [DateField, ProposalDialog, SelectField, TextField, TranslatePipe],
  template: `
    <ui-proposal-dialog
      danger
      [heading]="'surface.add.heading' | translate"
      [lead]="'surface.add.lead' | translate"
      [verb]="'surface.add.verbs.' + (effect() || 'deny') | translate"
      [reasonLabel]="'surface.add.note' | translate"
      [reasonHint]="'surface.add.noteHint' | translate"
      [done]="'surface.add.done' | translate"
      [ready]="ready()"
      [send]="send"
      (closed)="closed.emit()"
    >
      <ui-text-field
        [label]="'surface.columns.network' | translate"
        [hint]="'surface.add.networkHint' | translate"
        placeholder="203.0.113.0/24"
        autocomplete="off"
        [(value)]="network"
      />
      <div class="two">
        <ui-select-field
          [label]="'surface.columns.effect' | translate"
          [choices]="effects()"
          [(value)]="effect"
        />
        <ui-select-field
          [label]="'surface.columns.reason' | translate"
          [placeholder]="'surface.add.choose' | translate"
          [choices]="reasons()"
          [(value)]="reason"
        />
      </div>
      <ui-date-field
        [label]="'surface.columns.expiresAt' | translate"
        [hint]="'surface.add.untilHint' | translate"
        [from]="tomorrow"
        [(value)]="until"
      />
    </ui-proposal-dialog>
  `,
  styles: `
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
      gap: var(--s4);
    }
  `,
})
export class AddRule {
  private readonly api = inject(SurfaceApi);
  private readonly say = inject(Say);
  readonly closed = output();

  protected readonly network = signal('');
  protected readonly effect = signal('deny');
  protected readonly reason = signal('');
  protected readonly tomorrow = day(Date.now() + dayMs);
  protected readonly until = signal(day(Date.now() + 7 * dayMs));
  protected readonly effects = computed(() =>
    ipEffect.options.map((value) => ({ value, label: this.say.it(`surface.effects.${value}`) })),
  );
  protected readonly reasons = computed(() =>
    ipRuleReason.options.map((value) => ({
      value,
      label: this.say.it(`surface.reasons.${value}`),
    })),
  );
  private readonly rule = computed(() => {
    const expiresAt = this.until() === '' ? null : new Date(this.until()).toISOString();
    const network = this.network().trim();
    const chosen = { network, effect: this.effect(), reason: this.reason(), expiresAt };
    // The words come last, from the dialog.
    return addIpRule.omit({ note: true }).safeParse(chosen).data;
  });
  protected readonly ready = computed(() => this.rule() !== undefined);
  protected readonly send: Send = (note, key) => {
    const rule = this.rule();
    if (!rule) throw new Error('the button waits for a whole rule');
    return this.api.add({ ...rule, note: note.slice(0, 500) }, key);
  };
  private readonly dialog = viewChild.required(ProposalDialog);

  constructor() {
    effect(() => this.dialog().open());
  }
}
