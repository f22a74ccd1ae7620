import { Component, computed, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { OrgField } from '@wire/org-fields';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Chip } from '@ui/chip';
import { FileList } from '@ui/file-list';
import { Icon } from '@ui/icon';
import { MoneyView } from '@ui/money';
import { LanguageName } from '@ui/names';
import type { DraftForm, StepId } from '../draft';

/** Step 5: the job as others will see it, each part with its way back. */
@Component({
  selector: 'app-preview',
  imports: [Button, Chip, FileList, Icon, LanguageName, MoneyView, TranslatePipe],
  template: `
    <dl>
      @for (part of parts(); track part.id) {
        <div>
          <dt>
            {{ 'jobs.steps.' + part.id | translate }}
            <button
              uiButton
              small
              kind="quiet"
              type="button"
              [attr.aria-label]="
                'jobs.wizard.editPart' | translate: { part: ('jobs.steps.' + part.id | translate) }
              "
              (click)="edit.emit(part.id)"
            >
              {{ 'jobs.wizard.edit' | translate }}
            </button>
          </dt>
          <dd>
            @switch (part.id) {
              @case ('basics') {
                <p class="title" dir="auto">{{ form().title || '–' }}</p>
                @if (form().category) {
                  <p class="muted">{{ 'market.categories.' + form().category | translate }}</p>
                }
              }
              @case ('details') {
                <p class="text" dir="auto">{{ form().description || '–' }}</p>
                <p class="chips">
                  @for (language of form().languages; track language) {
                    <ui-chip>{{ language | languageName }}</ui-chip>
                  }
                </p>
              }
              @case ('money') {
                <p class="chips">
                  @for (skill of form().skills; track skill) {
                    <ui-chip>{{ skill }}</ui-chip>
                  }
                </p>
                @if (form().budget; as budget) {
                  <ui-money size="large" [of]="budget" />
                } @else {
                  <p>–</p>
                }
              }
              @default {
                <ol>
                  @for (question of form().questions; track $index) {
                    <li>
                      <bdi>{{ question }}</bdi>
                    </li>
                  }
                </ol>
                @if (form().signFirst) {
                  <p><ui-icon name="key" [size]="16" /> {{ 'jobs.page.signFirst' | translate }}</p>
                  <p class="muted small">{{ 'jobs.fields.summary' | translate }}</p>
                  <p class="text" dir="auto">{{ form().summary || '–' }}</p>
                } @else if (form().nda) {
                  <p><ui-icon name="key" [size]="16" /> {{ 'jobs.page.nda' | translate }}</p>
                }
                @if (form().visibility === 'invited') {
                  <p>
                    <ui-icon name="eye-off" [size]="16" /> {{ 'jobs.page.unlisted' | translate }}
                  </p>
                }
                @if (form().purchaseOrder; as order) {
                  <p>
                    {{ 'jobs.fields.purchaseOrder' | translate }}: <bdi>{{ order }}</bdi>
                  </p>
                }
                @for (one of given(); track one.id) {
                  <p>
                    <bdi>{{ one.label }}</bdi>: <bdi>{{ one.value }}</bdi>
                  </p>
                }
                @if (form().attachments.length > 0) {
                  <ui-file-list
                    [label]="'jobs.fields.attachments' | translate"
                    [files]="form().attachments"
                  />
                }
              }
            }
          </dd>
        </div>
      }
    </dl>
    <p class="note small"><ui-icon name="info" [size]="18" />{{ note() }}</p>
  `,
  styles: `
    dl > div {
      display: grid;
      grid-template-columns: 180px minmax(0, 1fr);
      gap: var(--s4);
      padding-block: var(--s4);
      border-block-start: 1px solid var(--line);
    }
    dt {
      display: grid;
      align-content: start;
      justify-items: start;
      color: var(--muted);
      font-size: var(--t14);
    }
    dt button {
      margin-inline-start: calc(-1 * var(--s3));
    }
    dd {
      display: grid;
      align-content: start;
      gap: var(--s2);
      margin: 0;
    }
    .title {
      font-weight: 600;
    }
    .text {
      max-inline-size: var(--measure);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    ol {
      padding-inline-start: var(--s5);
      list-style: decimal;
    }
    ol:empty {
      display: none;
    }
    .note {
      display: flex;
      gap: var(--s2);
      margin-block-start: var(--s4);
      padding: var(--s3) var(--s4);
      border-radius: var(--radius-control);
      background: var(--sunken);
    }
    @media (max-width: 640px) {
      dl > div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class Preview {
  private readonly say = inject(Say);
  readonly form = input.required<DraftForm>();
  /** Of the organisation that the job is for. */
  readonly fields = input.required<readonly OrgField[]>();
  readonly edit = output<StepId>();
  protected readonly given = computed(() =>
    this.fields().flatMap(({ id, label }) => {
      const value = this.form().given.find(({ field }) => field === id)?.value;
      return value ? [{ id, label, value }] : [];
    }),
  );
  protected readonly parts = computed(() =>
    (['basics', 'details', 'money', 'terms'] as const).map((id) => ({ id })),
  );
  protected readonly note = computed(() => this.say.it('jobs.wizard.note'));
}
