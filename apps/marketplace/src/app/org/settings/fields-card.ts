import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { FieldWish, OrgField } from '@wire/org-fields';
import type { OrganisationView } from '@wire/organisations';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { FieldForm } from './field-form';

/** What the organisation asks of its jobs and hires, in the order in which it is asked. */
@Component({
  selector: 'app-fields-card',
  imports: [Button, Card, FieldForm, TranslatePipe],
  templateUrl: './fields-card.html',
  styleUrl: './fields-card.scss',
})
export class FieldsCard {
  private readonly say = inject(Say);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly of = input.required<OrganisationView>();
  readonly governs = input.required<boolean>();
  readonly changed = output<FieldWish[]>();
  /** In the new order at once; the answer of the server says the same. */
  protected readonly asked = linkedSignal(() => this.of().fields.filter((one) => !one.archived));
  protected readonly archived = computed(() => this.of().fields.filter((one) => one.archived));
  protected readonly editing = signal<OrgField | null>(null);

  protected about({ kind, asked, required, options }: OrgField): string {
    return [
      this.say.it(`org.fields.asked.${asked}`),
      this.say.it(`org.fields.kinds.${kind}`),
      ...(options.length > 0 ? [options.join(', ')] : []),
      ...(required ? [this.say.it('org.fields.required')] : []),
    ].join(' · ');
  }
  /** The button keeps the focus, so that a field goes several places by several presses. */
  protected move(at: number, by: -1 | 1): void {
    const next = [...this.asked()];
    const [moved] = next.splice(at, 1);
    if (!moved) return;
    next.splice(at + by, 0, moved);
    this.keep(next);
    const last = at + by === (by === 1 ? next.length - 1 : 0);
    const way = (by === 1) === last ? 'up' : 'down';
    const find = `[data-move="${way}-${moved.id}"]`;
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(find)?.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }
  protected archive(field: OrgField): void {
    if (this.editing()?.id === field.id) this.editing.set(null);
    this.keep(this.asked().filter(({ id }) => id !== field.id));
  }
  protected askAgain(field: OrgField): void {
    this.keep([...this.asked(), field]);
  }
  protected save(wish: FieldWish): void {
    const others = this.asked().map(wishOf);
    this.changed.emit(
      wish.id ? others.map((one) => (one.id === wish.id ? wish : one)) : [...others, wish],
    );
    this.editing.set(null);
  }
  private keep(fields: OrgField[]): void {
    this.asked.set(fields);
    this.changed.emit(fields.map(wishOf));
  }
}

const wishOf = ({ id, label, kind, options, required, asked }: OrgField): FieldWish => ({
  ...{ id, label, kind, options, required, asked },
});
