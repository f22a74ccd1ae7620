import { Component, computed, input } from '@angular/core';

/** Initials on a colour that always is the same for the same name; a picture when there is one. */
@Component({
  selector: 'ui-avatar',
  template: `
    @if (url(); as src) {
      <img [src]="src" alt="" loading="lazy" />
    }
  `,
  /* Drawn, not written: a button with an avatar is named by its label alone. */
  host: {
    'aria-hidden': 'true',
    '[class]': 'look()',
    '[attr.data-initials]': 'url() ? null : initials()',
  },
  styles: `
    :host {
      flex: none;
      display: inline-grid;
      place-items: center;
      inline-size: 36px;
      block-size: 36px;
      border-radius: var(--radius-full);
      overflow: hidden;
      font-size: 13px;
      font-weight: 600;
      line-height: 1;
      user-select: none;
    }
    :host([data-initials])::before {
      content: attr(data-initials);
    }
    :host(.small) {
      inline-size: 24px;
      block-size: 24px;
      font-size: 10px;
    }
    :host(.large) {
      inline-size: 72px;
      block-size: 72px;
      font-size: 25px;
    }
    img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
    :host(.c0) {
      background: var(--brand-soft);
      color: var(--brand-strong);
    }
    :host(.c1) {
      background: var(--info-soft);
      color: var(--info);
    }
    :host(.c2) {
      background: var(--attention-soft);
      color: var(--attention);
    }
    :host(.c3) {
      background: var(--sunken);
      color: var(--ink);
    }
    :host(.c4) {
      background: color-mix(in srgb, var(--info) 10%, var(--brand-soft));
      color: var(--ink);
    }
  `,
})
export class Avatar {
  readonly name = input.required<string>();
  readonly url = input<string | null>();
  readonly size = input<'small' | 'medium' | 'large'>('medium');
  protected readonly initials = computed(() => {
    const words = this.name().trim().split(/\s+/);
    const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
    return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
  });
  protected readonly look = computed(() => {
    const sum = [...this.name()].reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) | 0, 7);
    return `${this.size()} c${Math.abs(sum) % 5}`;
  });
}
