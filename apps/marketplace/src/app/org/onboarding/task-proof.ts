import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { OnboardingTask } from '@wire/onboarding';
import { Moment } from '@ui/moment';

/** What was handed in: by which name, when, the hash of the text, and who looked at it. */
@Component({
  selector: 'app-task-proof',
  imports: [Moment, TranslatePipe],
  template: `
    @if (of().handedInAt; as at) {
      <dl>
        @if (of().signature; as name) {
          <div>
            <dt>{{ 'onboarding.signedBy' | translate }}</dt>
            <dd>
              <bdi>{{ shown(name) ?? ('onboarding.erased' | translate) }}</bdi>
            </dd>
          </div>
        }
        @if (of().answer; as answer) {
          <div>
            <dt>{{ 'onboarding.answer' | translate }}</dt>
            <dd class="words" dir="auto">
              {{ shown(answer) ?? ('onboarding.erased' | translate) }}
            </dd>
          </div>
        }
        @if (of().file; as file) {
          <div>
            <dt>{{ 'onboarding.file' | translate }}</dt>
            <dd>
              @if (file.state === 'ready') {
                <a [href]="file.url" target="_blank" rel="noopener"
                  ><bdi>{{ file.name }}</bdi></a
                >
              } @else {
                <bdi>{{ file.name }}</bdi> – {{ 'onboarding.checking' | translate }}
              }
            </dd>
          </div>
        }
        <div>
          <dt>{{ 'onboarding.handedInAt' | translate }}</dt>
          <dd><ui-moment form="exact" [at]="at" /></dd>
        </div>
        @if (of().sha256; as hash) {
          <div>
            <dt>{{ 'onboarding.hash' | translate }}</dt>
            <dd>
              <code dir="ltr" [title]="hash">{{ hash.slice(0, 16) }}…</code>
            </dd>
          </div>
        }
        @if (of().state === 'done' && of().reviewedBy; as by) {
          <div>
            <dt>{{ 'onboarding.acceptedBy' | translate }}</dt>
            <dd>
              <bdi>{{ by.name }}</bdi>
            </dd>
          </div>
        }
      </dl>
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(170px, 1fr));
      gap: var(--s3) var(--s4);
    }
    dt {
      color: var(--muted);
      font-size: var(--t13);
    }
    dd {
      overflow-wrap: anywhere;
    }
    .words {
      white-space: pre-line;
    }
  `,
})
export class TaskProof {
  readonly of = input.required<OnboardingTask>();

  /** What was erased has a sign in its place, and a sentence here. */
  protected shown(text: string): string | null {
    return text === '[[erased]]' ? null : text;
  }
}
