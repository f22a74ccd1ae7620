import { Component, input } from '@angular/core';
import type { Agreement } from '@wire/consents';

/** A text with what is new and what is gone, word by word. */
@Component({
  selector: 'ui-text-changes',
  template: `
    @for (part of parts(); track $index) {
      @switch (part.kind) {
        @case ('added') {
          <ins>{{ part.text }}</ins>
        }
        @case ('removed') {
          <del>{{ part.text }}</del>
        }
        @default {
          <span>{{ part.text }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
      white-space: pre-wrap;
      font-size: var(--t14);
    }
    ins {
      background: var(--brand-soft);
    }
    del {
      color: var(--muted);
    }
  `,
})
export class TextChanges {
  readonly parts = input.required<NonNullable<Agreement['changes']>>();
}
