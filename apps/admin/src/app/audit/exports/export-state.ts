import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { AuditExport } from '@wire/audit';
import { type Shape, Status, type Tone } from '@ui/status';

const looks: Record<AuditExport['state'], readonly [Tone, Shape?]> = {
  awaiting_approval: ['attention'],
  denied: ['danger'],
  producing: ['info', 'half'],
  ready: ['brand'],
  failed: ['danger'],
  expired: ['neutral'],
};

/** Whether the export may still take another state by itself. */
export const isUnderWay = ({ state }: AuditExport): boolean =>
  state === 'awaiting_approval' || state === 'producing';

/** Per cent that are written; null until it is known how many there are. */
export function shareOf({ progress: { done, total } }: Pick<AuditExport, 'progress'>) {
  if (total === null) return null;
  return total === 0 ? 100 : Math.floor((Math.min(done, total) * 100) / total);
}

@Component({
  selector: 'app-export-state',
  imports: [Status, TranslatePipe],
  template: `<ui-status [tone]="look()[0]" [shape]="look()[1]">{{
    'audit.export.states.' + of() | translate
  }}</ui-status>`,
})
export class ExportState {
  readonly of = input.required<AuditExport['state']>();
  protected readonly look = computed(() => looks[this.of()]);
}
