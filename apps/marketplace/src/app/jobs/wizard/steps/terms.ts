import { Component, inject, input, type OnInit, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { FileView } from '@wire/files';
import type { MyOrganisations } from '@wire/organisations';
import { Uploads } from '@ui/app/uploads';
import { AskedFields } from '@ui/asked-fields';
import { Button } from '@ui/button';
import { FileList } from '@ui/file-list';
import { CheckField } from '@ui/form/check-field';
import { FileField } from '@ui/form/file-field';
import { TextArea } from '@ui/form/text-area';
import { TextField } from '@ui/form/text-field';
import type { DraftForm } from '../draft';

/** Step 4: what providers are asked, what they sign, what they read. */
@Component({
  selector: 'app-terms',
  imports: [
    AskedFields,
    Button,
    CheckField,
    FileField,
    FileList,
    TextArea,
    TextField,
    TranslatePipe,
  ],
  template: `
    <div class="stack gap-6">
      <div class="stack gap-3">
        <h3>{{ 'jobs.fields.questions' | translate }}</h3>
        <p class="muted small">{{ 'jobs.hints.questions' | translate }}</p>
        @for (question of form().questions; track $index) {
          <div class="question">
            <ui-text-field
              [label]="'jobs.hints.question' | translate: { number: $index + 1 }"
              [maxlength]="300"
              [value]="question"
              (valueChange)="rewrite($index, $event)"
            />
            <button
              uiButton
              kind="quiet"
              type="button"
              icon="trash"
              [attr.aria-label]="
                'ui.remove'
                  | translate: { what: ('jobs.hints.question' | translate: { number: $index + 1 }) }
              "
              (click)="strike($index)"
            ></button>
          </div>
        }
        @if (form().questions.length < 5) {
          <div>
            <button uiButton type="button" icon="plus" (click)="ask()">
              {{ 'jobs.wizard.ask' | translate }}
            </button>
          </div>
        }
      </div>
      <ui-check-field
        [label]="'jobs.fields.nda' | translate"
        [hint]="'jobs.hints.nda' | translate"
        [checked]="form().nda || form().signFirst"
        (checkedChange)="changed.emit({ nda: $event, signFirst: form().signFirst && $event })"
      />
      @if (form().nda || form().signFirst) {
        <ui-check-field
          [label]="'jobs.fields.signFirst' | translate"
          [hint]="'jobs.hints.signFirst' | translate"
          [checked]="form().signFirst"
          (checkedChange)="changed.emit({ signFirst: $event })"
        />
      }
      @if (form().signFirst) {
        <ui-text-area
          [label]="'jobs.fields.summary' | translate"
          [hint]="'jobs.hints.summary' | translate"
          [rows]="3"
          [limit]="600"
          [value]="form().summary"
          (valueChange)="changed.emit({ summary: $event })"
        />
      }
      <ui-check-field
        [label]="'jobs.fields.visibility' | translate"
        [hint]="'jobs.hints.visibility' | translate"
        [checked]="form().visibility === 'invited'"
        (checkedChange)="changed.emit({ visibility: $event ? 'invited' : 'public' })"
      />
      <ui-text-field
        [optional]="!house()?.needsPurchaseOrder"
        [label]="'jobs.fields.purchaseOrder' | translate"
        [hint]="'jobs.hints.purchaseOrder' | translate"
        [maxlength]="40"
        [value]="form().purchaseOrder"
        (valueChange)="changed.emit({ purchaseOrder: $event })"
      />
      @if (house(); as house) {
        <ui-text-field
          [optional]="!house.needsCostCentre"
          [label]="'jobs.fields.costCentre' | translate"
          [hint]="'jobs.hints.costCentre' | translate"
          [maxlength]="40"
          [value]="form().costCentre"
          (valueChange)="changed.emit({ costCentre: $event })"
        />
        <ui-asked-fields
          asked="job"
          [fields]="house.fields"
          [given]="form().given"
          (changed)="changed.emit({ given: $event })"
        />
      }
      <div class="stack gap-3">
        @if (before.length > 0) {
          <ui-file-list
            removable
            [label]="'jobs.fields.attachments' | translate"
            [files]="before"
            (removed)="detach($event)"
          />
        }
        <ui-file-field
          [label]="'jobs.fields.attachments' | translate"
          [hint]="'jobs.hints.attachments' | translate"
          [upload]="upload"
          [most]="10 - before.length"
          (valueChange)="attach($event)"
        />
      </div>
    </div>
  `,
  styles: `
    h3 {
      font-size: var(--t14);
      font-weight: 550;
    }
    .question {
      display: flex;
      gap: var(--s2);
      align-items: flex-end;
    }
    .question ui-text-field {
      flex: 1;
    }
  `,
})
export class Terms implements OnInit {
  readonly form = input.required<DraftForm>();
  /** The organisation that the job is for. */
  readonly house = input<MyOrganisations['items'][number] | null>();
  readonly changed = output<Partial<DraftForm>>();
  protected readonly upload = inject(Uploads).send('job');
  /** Stored before this step was opened; the field below only knows what it sent itself. */
  protected before: readonly FileView[] = [];
  private sent: readonly FileView[] = [];

  ngOnInit(): void {
    this.before = this.form().attachments;
  }
  protected ask(): void {
    this.changed.emit({ questions: [...this.form().questions, ''] });
  }
  protected rewrite(at: number, to: string): void {
    const questions = this.form().questions.map((each, index) => (index === at ? to : each));
    this.changed.emit({ questions });
  }
  protected strike(at: number): void {
    this.changed.emit({ questions: this.form().questions.filter((_, index) => index !== at) });
  }
  protected attach(sent: readonly FileView[]): void {
    this.sent = sent;
    this.changed.emit({ attachments: [...this.before, ...sent] });
  }
  protected detach(id: string): void {
    this.before = this.before.filter((each) => each.id !== id);
    this.changed.emit({ attachments: [...this.before, ...this.sent] });
  }
}
