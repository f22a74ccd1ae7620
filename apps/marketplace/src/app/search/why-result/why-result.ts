import { Component, type ElementRef, input, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { JobResult } from '@wire/search';
import { place } from '@ui/place';
import { uid } from '@ui/uid';

/** Each part of the score by name, highest first: nobody has to guess why a job stands where it does. */
@Component({
  selector: 'app-why-result',
  imports: [TranslatePipe],
  template: `
    <button
      #trigger
      type="button"
      [attr.popovertarget]="id"
      [attr.aria-label]="'search.whyOf' | translate: { title: of().title }"
    >
      {{ 'search.why' | translate }}
    </button>
    <div #panel popover class="ui-float" [id]="id" (toggle)="settle()">
      <p>{{ 'search.whyText' | translate }}</p>
      <dl>
        @for (part of of().why; track part.factor) {
          <dt>{{ 'search.factors.' + part.factor | translate }}</dt>
          <dd>
            <progress max="1" [value]="part.share" aria-hidden="true"></progress>
            <span class="num">{{ percent(part.share) }} %</span>
          </dd>
        }
      </dl>
    </div>
  `,
  styles: `
    button {
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--muted);
      font-size: var(--t13);
      text-decoration: underline;
      text-decoration-style: dotted;
      text-underline-offset: 3px;
      cursor: pointer;
    }
    button:hover {
      color: var(--ink);
    }
    [popover] {
      inline-size: min(300px, calc(100vw - 16px));
      padding: var(--s4);
      color: var(--ink);
      font-size: var(--t13);
      line-height: 1.5;
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--s2) var(--s3);
      margin-block-start: var(--s3);
    }
    dd {
      display: grid;
      grid-template-columns: 1fr 40px;
      align-items: center;
      gap: var(--s2);
      margin: 0;
    }
    .num {
      text-align: end;
    }
    progress {
      inline-size: 100%;
      block-size: 6px;
      border: 0;
      border-radius: 3px;
      background: var(--sunken);
      overflow: hidden;
      appearance: none;
    }
    progress::-webkit-progress-bar {
      background: var(--sunken);
    }
    progress::-webkit-progress-value {
      border-radius: 3px;
      background: var(--brand);
    }
    progress::-moz-progress-bar {
      background: var(--brand);
    }
    @media (pointer: coarse) {
      button {
        min-block-size: 44px;
      }
    }
  `,
})
export class WhyResult {
  readonly of = input.required<JobResult>();
  protected readonly id = uid('why-result');
  private readonly trigger = viewChild.required<ElementRef<HTMLElement>>('trigger');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected percent(share: number): number {
    return Math.round(share * 100);
  }
  protected settle(): void {
    place(this.trigger().nativeElement, this.panel().nativeElement);
  }
}
