import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { Limit, OrganisationView } from '@wire/organisations';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { MoneyField } from '@ui/form/money-field';
import { roleWord } from '../role-words';
import { SelectField } from '@ui/form/select-field';

/** Above which amounts another member has to agree. */
@Component({
  selector: 'app-limits-card',
  imports: [Button, Card, MoneyField, SelectField, TranslatePipe],
  template: `
    <ui-card [heading]="'org.limits.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'org.limits.lead' | translate }}</p>
        <ul>
          @for (one of of().limits; track $index) {
            <li>
              <span>{{ words(one) }}</span>
              @if (governs()) {
                <button
                  uiButton
                  small
                  kind="quiet"
                  type="button"
                  icon="trash"
                  [attr.aria-label]="'ui.remove' | translate: { what: words(one) }"
                  (click)="remove($index)"
                ></button>
              }
            </li>
          } @empty {
            <li class="muted">{{ 'org.limits.none' | translate }}</li>
          }
        </ul>
        @if (governs()) {
          <form class="new" (submit)="$event.preventDefault(); add()">
            <ui-select-field
              [label]="'org.limits.purpose' | translate"
              [choices]="purposes()"
              [(value)]="purpose"
            />
            <ui-money-field [label]="'org.limits.above' | translate" [(value)]="above" />
            <ui-select-field
              [label]="'org.limits.approver' | translate"
              [choices]="approvers()"
              [(value)]="approver"
            />
            <ui-select-field
              [label]="'org.limits.role' | translate"
              [placeholder]="'org.limits.everybody' | translate"
              [choices]="roles()"
              [(value)]="role"
            />
            <ui-select-field
              [label]="'org.limits.workspace' | translate"
              [placeholder]="'org.limits.everywhere' | translate"
              [choices]="workspaces()"
              [(value)]="workspace"
            />
            <button uiButton type="submit" [disabled]="!above()">
              {{ 'org.limits.add' | translate }}
            </button>
          </form>
        }
      </div>
    </ui-card>
  `,
  styles: `
    ul {
      display: grid;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: var(--s3);
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    .new {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(170px, 1fr));
      gap: var(--s3);
      align-items: end;
    }
  `,
})
export class LimitsCard {
  private readonly say = inject(Say);
  readonly of = input.required<OrganisationView>();
  readonly governs = input.required<boolean>();
  readonly changed = output<Limit[]>();
  protected readonly purpose = signal('job');
  protected readonly approver = signal('finance');
  /** Nothing is everybody’s, and everywhere. */
  protected readonly role = signal('');
  protected readonly workspace = signal('');
  protected readonly above = signal<Money | null>(null);
  protected readonly purposes = computed(() =>
    ['job', 'hire'].map((value) => ({ value, label: this.say.it(`org.purposes.${value}`) })),
  );
  protected readonly approvers = computed(() =>
    ['finance', 'owner'].map((value) => ({ value, label: this.say.it(`org.roles.${value}`) })),
  );

  /** Who hires at all; the others commit the organisation to nothing. */
  protected readonly roles = computed(() =>
    ['owner', 'admin', 'hirer', ...this.of().roles.map(({ id }) => id)].map((value) => ({
      ...{ value, label: roleWord(this.say, value, this.of().roles) },
    })),
  );
  protected readonly workspaces = computed(() =>
    this.of().workspaces.map(({ id, name }) => ({ value: id, label: name })),
  );

  protected words({ purpose, above, approver, role, workspaceId }: Limit): string {
    const sentence = this.say.it('org.limits.sentence', {
      purpose: this.say.it(`org.purposes.${purpose}`),
      amount: this.say.money(above),
      approver: this.say.it(`org.roles.${approver}`),
    });
    const team = this.of().workspaces.find(({ id }) => id === workspaceId)?.name;
    const only = [role && roleWord(this.say, role, this.of().roles), team].filter(Boolean);
    return only.length > 0
      ? this.say.it('org.limits.only', { sentence, of: only.join(' · ') })
      : sentence;
  }
  protected add(): void {
    const above = this.above();
    if (!above) return;
    const added = {
      purpose: this.purpose() as Limit['purpose'],
      approver: this.approver() as Limit['approver'],
      above,
      role: this.role() || null,
      workspaceId: this.workspace() || null,
    };
    this.changed.emit([...this.of().limits, added]);
    this.above.set(null);
  }
  protected remove(at: number): void {
    this.changed.emit(this.of().limits.filter((_, index) => index !== at));
  }
}
