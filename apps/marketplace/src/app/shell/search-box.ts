import {
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { suggestions } from '@wire/search';
import { catchError, from, of, type Subscription, switchMap } from 'rxjs';
import type * as z from 'zod';
import { Api } from '@ui/app/api';
import { Say } from '@ui/app/say';
import { Words } from '@ui/app/words';
import { Icon } from '@ui/icon';
import { uid } from '@ui/uid';

type Suggestions = z.infer<typeof suggestions>;
interface Offer {
  id: string;
  kind: 'skills' | 'categories' | 'jobs';
  label: string;
  /** Where it leads. */
  link: string[];
  query: Record<string, string>;
}
/* The schema stays out of the first chunk of every page. */
const asSuggestions = { parse: (value: unknown) => value as Suggestions };

/**
 * The search of the header, with suggestions while one types. Without script it is a plain form to
 * `/search`; nothing is suggested before the second letter.
 */
@Component({
  selector: 'app-search-box',
  imports: [Icon, TranslatePipe],
  templateUrl: './search-box.html',
  styleUrl: './search-box.scss',
})
export class SearchBox {
  private readonly router = inject(Router);
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly say = inject(Say);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly id = uid('suggestions');
  protected readonly offers = signal<readonly Offer[]>([]);
  protected readonly at = signal(-1);
  protected readonly open = computed(() => this.offers().length > 0);
  private timer?: ReturnType<typeof setTimeout>;
  private asking?: Subscription;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.close());
  }

  protected go(event: Event, text: string): void {
    event.preventDefault();
    const chosen = this.offers()[this.at()];
    if (chosen) {
      this.take(chosen);
      return;
    }
    this.close();
    void this.router.navigate(['/search'], { queryParams: { q: text.trim() || null } });
  }
  /** 60 ms after the last key; an answer that comes after the next key is of no interest. */
  protected soon(typed: string): void {
    this.stop();
    const q = typed.trim();
    if (q.length < 2) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => {
      const ask = this.api.get('/search/suggest', asSuggestions, { query: { q } });
      this.asking = from(this.words.need('market'))
        .pipe(
          switchMap(() => ask),
          catchError(() => of<Suggestions>({ skills: [], categories: [], jobs: [] })),
        )
        .subscribe((found) => this.show(found));
    }, 60);
  }
  protected walk(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.open()) {
      event.preventDefault();
      this.close();
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || !this.open()) return;
    event.preventDefault();
    const all = this.offers().length + 1;
    this.at.update((at) => ((at + 1 + by + all) % all) - 1);
  }
  protected take({ link, query }: Offer): void {
    this.close();
    this.field().nativeElement.value = '';
    void this.router.navigate(link, { queryParams: query });
  }
  protected close(): void {
    this.stop();
    this.offers.set([]);
    this.at.set(-1);
  }

  private show({ skills, categories, jobs }: Suggestions): void {
    this.at.set(-1);
    this.offers.set([
      ...jobs.slice(0, 4).map(({ id, title }): Offer => {
        return { id, kind: 'jobs', label: title, link: ['/jobs', id], query: {} };
      }),
      ...skills.slice(0, 3).map((skills): Offer => {
        const query = { kind: 'jobs', skills };
        return { id: `s${skills}`, kind: 'skills', label: skills, link: ['/search'], query };
      }),
      ...categories.slice(0, 2).map((category): Offer => {
        const query = { kind: 'jobs', category };
        const label = this.say.it(`market.categories.${category}`);
        return { id: `c${category}`, kind: 'categories', label, link: ['/search'], query };
      }),
    ]);
  }
  private stop(): void {
    clearTimeout(this.timer);
    this.asking?.unsubscribe();
  }
}
