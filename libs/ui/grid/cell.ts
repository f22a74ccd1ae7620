import { Directive, inject, input, TemplateRef } from '@angular/core';

/** How one column looks: `<ng-template uiCell="amount" let-row><ui-money [of]="row.amount" /></ng-template>`. */
@Directive({ selector: 'ng-template[uiCell]' })
export class Cell {
  /** The column's id. */
  readonly uiCell = input.required<string>();
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}
