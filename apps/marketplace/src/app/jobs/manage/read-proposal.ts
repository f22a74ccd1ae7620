import { Component, computed, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { ProposalView } from '@wire/proposals';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { FileList } from '@ui/file-list';
import { MoneyView } from '@ui/money';
import { Status } from '@ui/status';

/** A proposal in full, over the list it came from. */
@Component({
  selector: 'app-read-proposal',
  imports: [Button, Dialog, FileList, MoneyView, RouterLink, Status, TranslatePipe],
  template: `
    <ui-dialog
      #dialog
      wide
      [heading]="'jobs.manage.proposalOf' | translate: { name: of()?.provider?.name ?? '' }"
    >
      @if (of(); as of) {
        <div class="stack gap-6">
          @if (of.aiAssisted) {
            <p>
              <ui-status>{{ 'jobs.compare.assistedLabel' | translate }}</ui-status>
            </p>
          }
          <p class="letter" dir="auto">{{ of.coverLetter }}</p>
          <table>
            <caption>
              {{
                'jobs.compare.milestones' | translate
              }}
            </caption>
            <tbody>
              @for (milestone of of.milestones; track $index) {
                <tr>
                  <th scope="row" dir="auto">{{ milestone.title }}</th>
                  <td>{{ 'jobs.compare.daysIn' | translate: { days: milestone.days } }}</td>
                  <td class="end"><ui-money [of]="milestone.amount" /></td>
                </tr>
              }
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{{ 'jobs.compare.total' | translate }}</th>
                <td>{{ 'jobs.compare.daysIn' | translate: { days: of.days } }}</td>
                <td class="end"><ui-money [of]="of.total" /></td>
              </tr>
            </tfoot>
          </table>
          @for (question of questions(); track $index) {
            <div>
              <h3 dir="auto">{{ question }}</h3>
              <p dir="auto">{{ of.answers[$index] || '–' }}</p>
            </div>
          }
          @if (of.attachments.length > 0) {
            <ui-file-list [label]="'jobs.page.files' | translate" [files]="of.attachments" />
          }
        </div>
      }
      <button dialog-actions uiButton type="button" (click)="dialog.close()">
        {{ 'ui.close' | translate }}
      </button>
      @if (of(); as of) {
        <a
          dialog-actions
          uiButton
          routerLink="/contracts/new"
          [queryParams]="{ proposal: of.id }"
          (click)="dialog.close()"
          >{{ 'jobs.manage.hire' | translate }}</a
        >
      }
    </ui-dialog>
  `,
  styles: `
    .letter {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    caption {
      margin-block-end: var(--s2);
      font-weight: 600;
      text-align: start;
    }
    td,
    tbody th,
    tfoot th {
      padding-block: var(--s2);
      border-block-start: 1px solid var(--line);
      font-size: var(--t14);
    }
    tfoot {
      font-weight: 600;
    }
    .end {
      text-align: end;
    }
    h3 {
      margin-block-end: var(--s1);
      font-size: var(--t14);
    }
  `,
})
export class ReadProposal {
  readonly all = input.required<readonly ProposalView[]>();
  readonly questions = input.required<readonly string[]>();
  private readonly shown = signal('');
  protected readonly of = computed(() => this.all().find(({ id }) => id === this.shown()));
  private readonly dialog = viewChild.required(Dialog);

  open(id: string): void {
    this.shown.set(id);
    this.dialog().open();
  }
}
