import { Directive, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';

/** A hint on hover and focus; for what a control means, never for what must be read. */
@Directive({
  selector: '[uiTooltip]',
  hostDirectives: [{ directive: MatTooltip, inputs: ['matTooltip: uiTooltip'] }],
})
export class Tooltip {
  readonly uiTooltip = input('');
}
