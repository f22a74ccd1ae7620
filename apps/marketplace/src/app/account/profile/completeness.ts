import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { OwnProfile } from '@wire/profiles';
import { Icon } from '@ui/icon';

const round = 2 * Math.PI * 26;

/** How much of the profile is there, as a ring, and what is missing, by name. */
@Component({
  selector: 'app-completeness',
  imports: [Icon, TranslatePipe],
  template: `
    <svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
      <circle class="track" cx="32" cy="32" r="26" />
      <circle
        class="done"
        cx="32"
        cy="32"
        r="26"
        transform="rotate(-90 32 32)"
        [attr.stroke-dasharray]="dashes()"
      />
      <text x="32" y="37" text-anchor="middle">{{ of().percent }}%</text>
    </svg>
    <div>
      <p>
        <b>{{ 'account.profile.complete' | translate: { percent: of().percent } }}</b>
      </p>
      @if (of().missing.length > 0) {
        <ul [attr.aria-label]="'account.profile.missing' | translate">
          @for (part of of().missing; track part) {
            <li>
              <ui-icon name="plus" [size]="14" />{{ 'account.profile.parts.' + part | translate }}
            </li>
          }
        </ul>
      } @else {
        <p class="muted small">{{ 'account.profile.whole' | translate }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--s5);
      align-items: center;
    }
    svg {
      flex: none;
    }
    circle {
      fill: none;
      stroke-width: 6;
    }
    .track {
      stroke: var(--line);
    }
    .done {
      stroke: var(--brand);
      stroke-linecap: round;
    }
    text {
      fill: var(--ink);
      font-size: 14px;
      font-weight: 600;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
      color: var(--muted);
      font-size: var(--t14);
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: var(--s1);
    }
  `,
})
export class Completeness {
  readonly of = input.required<OwnProfile['completeness']>();
  protected readonly dashes = computed(() => `${(round * this.of().percent) / 100} ${round}`);
}
