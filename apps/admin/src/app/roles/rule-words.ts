import { Component, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { RuleView } from '@wire/access';
import { Say } from '@ui/app/say';
import { Words } from '@ui/app/words';

/** One rule as a sentence: what, on what, on which conditions and which fields. */
@Component({
  selector: 'app-rule-words',
  imports: [TranslatePipe],
  template: `
    <b>{{ said('actions', rule().action) }}</b> · {{ said('subjects', rule().subject) }}
    @if (rule().conditions; as conditions) {
      <span class="muted"
        >{{ 'roles.rule.when' | translate }} <code>{{ text(conditions) }}</code></span
      >
    }
    @if (rule().fields; as fields) {
      <span class="muted"
        >{{ 'roles.rule.fields' | translate }} <code>{{ fields.join(', ') }}</code></span
      >
    }
  `,
  styles: `
    :host {
      display: block;
    }
    code {
      overflow-wrap: anywhere;
      font-size: var(--t12);
    }
    .muted {
      display: block;
      font-size: var(--t13);
    }
  `,
})
export class RuleWords {
  private readonly say = inject(Say);
  private readonly words = inject(Words);
  readonly rule = input.required<RuleView>();

  protected said(kind: 'actions' | 'subjects', names: readonly string[]): string {
    const list = new Intl.ListFormat(this.words.locale(), { type: 'unit', style: 'short' });
    return list.format(names.map((name) => this.say.it(`roles.${kind}.${name}`)));
  }
  protected text(conditions: object): string {
    return JSON.stringify(conditions);
  }
}
