import { Component, computed, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { RetentionRule } from '@wire/retention';
import { answer } from '@ui/app/answer';
import { Ability } from '@ui/app/ability';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PrivacyApi } from '../privacy.api';
import { ChangeRule } from './change-rule';

/** For how long what is kept, on what ground, and what the last night did. */
@Component({
  selector: 'app-retention-rules',
  imports: [Button, Cell, ChangeRule, DataGrid, Moment, TranslatePipe],
  template: `
    <ui-data-grid
      exports
      [caption]="'privacy.tabs.retention' | translate"
      [columns]="columns()"
      [list]="list"
      [rowId]="kindOf"
    >
      <ng-template uiCell="lastRun" let-row>
        @if (row.lastRun; as run) {
          <ui-moment [at]="run.at" />
          <span class="muted"> · {{ 'privacy.gone' | translate: { count: run.gone } }}</span>
        } @else {
          <span class="muted">–</span>
        }
      </ng-template>
      <ng-template uiCell="change" let-row>
        @if (may()) {
          <button uiButton small type="button" (click)="editing.set(row)">
            {{ 'privacy.change' | translate }}
          </button>
        }
      </ng-template>
    </ui-data-grid>
    @if (editing(); as rule) {
      <app-change-rule [rule]="rule" (closed)="editing.set(null)" />
    }
  `,
})
export class RetentionRules {
  private readonly api = inject(PrivacyApi);
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  protected readonly rules = answer(() => this.api.retention());
  protected readonly list = this.rules.list(({ items }) => items);
  protected readonly editing = signal<RetentionRule | null>(null);
  protected readonly may = computed(() => this.ability.can('request', 'Privacy'));
  private readonly column = columnsFrom<RetentionRule>('privacy.columns');
  protected readonly columns = computed((): Column<RetentionRule>[] => [
    this.column('category', ({ kind }) => this.say.it(`privacy.categories.${kind}`), {
      card: 'title',
    }),
    this.column('years', ({ years }) => String(years), { align: 'end' }),
    this.column('basis', ({ basis }) => this.say.it(`privacy.bases.${basis}`)),
    this.column('action', ({ action }) => this.say.it(`privacy.actions.${action}`)),
    this.column('version', ({ version }) => String(version), { align: 'end' }),
    this.column('lastRun', ({ lastRun }) => lastRun?.at ?? ''),
    this.column('change', () => ''),
  ]);
  protected readonly kindOf = ({ kind }: RetentionRule) => kind;
}
