import { afterNextRender, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { TranslatePipe, TranslateService } from '@ngx-translate/core';
import { money } from '@money';
import { Avatar } from '@ui/avatar';
import { Icon } from '@ui/icon';
import { Mark } from '@ui/mark';
import { MoneyView } from '@ui/money';
import { StateRail } from '@ui/state-rail';
import { Words } from '@ui/app/words';

const states = ['offer', 'funded', 'working', 'review', 'released'] as const;

/**
 * The product as its own picture: a contract that goes through its states. It stands still for who
 * asked for less motion, while the pointer is on it, and after "pause".
 */
@Component({
  selector: 'app-contract-card',
  imports: [Avatar, Icon, Mark, MoneyView, StateRail, TranslatePipe],
  templateUrl: './contract-card.html',
  styleUrl: './contract-card.scss',
  host: { '(mouseenter)': 'over.set(true)', '(mouseleave)': 'over.set(false)' },
})
export class ContractCard {
  private readonly translate = inject(TranslateService);
  private readonly words = inject(Words);
  protected readonly at = signal(1);
  protected readonly playing = signal(true);
  protected readonly over = signal(false);
  protected readonly state = computed(() => states[this.at()] ?? 'offer');
  protected readonly rail = computed(() => {
    this.words.language();
    return states.map((id) => ({
      id,
      label: String(this.translate.instant(`welcome.card.rail.${id}`)),
    }));
  });
  protected readonly held = computed(() =>
    money(this.at() > 0 && this.at() < 4 ? 4_000_000 : 0, 'INR'),
  );
  protected readonly amount = money(4_000_000, 'INR');
  protected readonly net = money(3_528_000, 'INR');

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (view?.matchMedia('(prefers-reduced-motion: reduce)').matches) this.playing.set(false);
      const timer = setInterval(() => this.step(), 3_200);
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }

  private step(): void {
    if (this.playing() && !this.over()) this.at.update((at) => (at + 1) % states.length);
  }
}
