import { Component } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from '@ui/icon';
import { Mark } from '@ui/mark';

/** What stands beside the forms of the door: three reasons, under the arch. */
@Component({
  selector: 'app-beside',
  imports: [Icon, Mark, TranslatePipe],
  template: `
    <div class="beside">
      <ui-mark [size]="72" />
      <ul>
        @for (word of ['held', 'fees', 'proof']; track word) {
          <li><ui-icon name="check" />{{ 'accounts.beside.' + word | translate }}</li>
        }
      </ul>
    </div>
  `,
  styleUrl: './account-frame.scss',
})
export class Beside {}
