import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractView } from '@wire/contracts';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { FileList } from '@ui/file-list';
import { Moment } from '@ui/moment';

/** What was agreed and signed, and every file that was handed over. */
@Component({
  selector: 'app-papers',
  imports: [Card, FileList, Moment, TranslatePipe],
  template: `
    <ui-card [heading]="'contracts.papers.heading' | translate">
      <div class="stack gap-6">
        <section [attr.aria-label]="'contracts.papers.signatures' | translate">
          <h3>{{ 'contracts.papers.signatures' | translate }}</h3>
          <ul class="signatures">
            @for (signature of view().signatures; track signature.at) {
              <li>
                <p class="hand">
                  <bdi>{{ signature.name }}</bdi>
                </p>
                <small
                  >{{ 'contracts.papers.signedBy' | translate: { name: signature.by.name } }}
                  <ui-moment form="exact" [at]="signature.at"
                /></small>
              </li>
            }
          </ul>
        </section>
        <dl>
          @for (term of terms(); track $index) {
            <div>
              <dt dir="auto">{{ term.label }}</dt>
              <dd dir="auto">{{ term.text }}</dd>
            </div>
          }
        </dl>
        @if (files().length > 0) {
          <section [attr.aria-label]="'contracts.papers.files' | translate">
            <h3>{{ 'contracts.papers.files' | translate }}</h3>
            <ui-file-list [label]="'contracts.papers.files' | translate" [files]="files()" />
          </section>
        }
      </div>
    </ui-card>
  `,
  styleUrl: './papers.scss',
})
export class Papers {
  private readonly say = inject(Say);
  readonly view = input.required<ContractView>();

  protected readonly terms = computed(() => {
    const { fees, termsVersion, purchaseOrder, costCentre, fields, nda, message } = this.view();
    const called = (word: string, text: string) => ({
      label: this.say.it(`contracts.papers.${word}`),
      text,
    });
    const rates = {
      client: this.say.percent(fees.clientFeeBps),
      provider: this.say.percent(fees.providerFeeBps),
      tax: this.say.percent(fees.taxBps),
    };
    return [
      called('terms', termsVersion),
      called('fees', this.say.it('contracts.papers.feeText', rates)),
      ...(nda ? [called('nda', this.say.it('contracts.papers.ndaText'))] : []),
      ...(purchaseOrder ? [called('purchaseOrder', purchaseOrder)] : []),
      ...(costCentre ? [called('costCentre', costCentre)] : []),
      ...fields.map(({ label, value }) => ({ label, text: value })),
      ...(message ? [called('message', message)] : []),
    ];
  });
  /** Each file once, although a delivery stands on the timeline as well. */
  protected readonly files = computed(() => [
    ...new Map(
      this.view().timeline.flatMap(({ files }) => files.map((file) => [file.id, file] as const)),
    ).values(),
  ]);
}
