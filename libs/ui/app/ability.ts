import {
  computed,
  Directive,
  effect,
  inject,
  input,
  Service,
  signal,
  TemplateRef,
  ViewContainerRef,
} from '@angular/core';
import type { Action, AppAbility, Principal, Subject } from '@wire/permissions';

/**
 * What the signed-in person may do: the server's own rules, as a signal. The rules come in their own
 * chunk, so that a guest's first page does not carry them; until then nothing is allowed.
 */
@Service()
export class Ability {
  private readonly rules = signal<AppAbility | null>(null);
  readonly known = computed(() => this.rules() !== null);

  async become(principal: Principal | null): Promise<void> {
    const { abilityFor } = await import('@wire/permissions');
    this.rules.set(abilityFor(principal));
  }
  can(action: Action, subject: Subject): boolean {
    return this.rules()?.can(action, subject) ?? false;
  }
}

/** `<button *uiCan="['release', 'Milestone']">`: hides what the server would refuse. */
@Directive({ selector: '[uiCan]' })
export class Can {
  readonly uiCan = input.required<readonly [Action, Subject]>();

  constructor() {
    const ability = inject(Ability);
    const view = inject(ViewContainerRef);
    const template = inject<TemplateRef<unknown>>(TemplateRef);
    const allowed = computed(() => ability.can(...this.uiCan()));
    effect(() => {
      view.clear();
      if (allowed()) view.createEmbeddedView(template);
    });
  }
}
