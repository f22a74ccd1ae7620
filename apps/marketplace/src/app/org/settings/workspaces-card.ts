import { Component, computed, input, output, signal } from '@angular/core';
import type { Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import type { NewWorkspace, OrganisationView } from '@wire/organisations';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { MoneyField } from '@ui/form/money-field';
import { TextField } from '@ui/form/text-field';
import { MoneyView } from '@ui/money';

type Workspace = OrganisationView['workspaces'][number];

/** Teams, and what each has left of this month. */
@Component({
  selector: 'app-workspaces-card',
  imports: [Button, Card, MoneyField, MoneyView, TextField, TranslatePipe],
  template: `
    <ui-card [heading]="'org.workspaces.heading' | translate">
      <div class="stack">
        <p class="muted">{{ 'org.workspaces.lead' | translate }}</p>
        <ul>
          @for (one of of().workspaces; track one.id) {
            <li>
              <div class="words">
                <bdi>{{ one.name }}</bdi>
                @if (one.budget; as budget) {
                  <span class="muted small">
                    @if (one.spent; as spent) {
                      <ui-money [of]="spent" /> {{ 'org.workspaces.of' | translate }}
                    }
                    <ui-money [of]="budget" />
                  </span>
                  <meter
                    min="0"
                    max="100"
                    high="80"
                    [value]="share(one)"
                    [attr.aria-label]="'org.workspaces.spent' | translate: { name: one.name }"
                  ></meter>
                } @else {
                  <span class="muted small">{{ 'org.workspaces.noBudget' | translate }}</span>
                }
              </div>
              @if (governs()) {
                <button uiButton small kind="quiet" type="button" (click)="edit(one)">
                  {{ 'org.workspaces.change' | translate }}
                </button>
              }
            </li>
          }
        </ul>
        @if (governs()) {
          <form class="new" (submit)="$event.preventDefault(); save()">
            <ui-text-field
              [label]="'org.workspaces.name' | translate"
              [maxlength]="60"
              [(value)]="name"
            />
            <ui-money-field
              optional
              [label]="'org.workspaces.budget' | translate"
              [(value)]="budget"
            />
            <button uiButton type="submit" [disabled]="!name().trim()">
              {{ verb() | translate }}
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
      padding-block: var(--s3);
      border-block-end: 1px solid var(--line);
    }
    .words {
      flex: 1;
      display: grid;
      gap: var(--s1);
      min-inline-size: 0;
    }
    meter {
      inline-size: min(100%, 320px);
      block-size: 10px;
    }
    .new {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: var(--s3);
      align-items: end;
    }
  `,
})
export class WorkspacesCard {
  readonly of = input.required<OrganisationView>();
  readonly governs = input.required<boolean>();
  readonly added = output<NewWorkspace>();
  readonly changed = output<{ id: string; to: NewWorkspace }>();
  protected readonly name = signal('');
  protected readonly budget = signal<Money | null>(null);
  private readonly editing = signal<string | null>(null);
  protected readonly verb = computed(() => `org.workspaces.${this.editing() ? 'save' : 'add'}`);

  protected share({ budget, spent }: Workspace): number {
    const whole = Number(budget?.amountMinor ?? 0);
    return whole === 0 ? 0 : Math.min(100, (Number(spent?.amountMinor ?? 0) / whole) * 100);
  }
  protected edit({ id, name, budget }: Workspace): void {
    this.editing.set(id);
    this.name.set(name);
    this.budget.set(budget);
  }
  protected save(): void {
    const name = this.name().trim();
    if (!name) return;
    const to = { name, budget: this.budget() };
    const id = this.editing();
    if (id) this.changed.emit({ id, to });
    else this.added.emit(to);
    this.editing.set(null);
    this.name.set('');
    this.budget.set(null);
  }
}
