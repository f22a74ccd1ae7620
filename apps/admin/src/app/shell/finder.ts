import { inject, Service } from '@angular/core';
import { catchError, forkJoin, map, type Observable, of } from 'rxjs';
import { Ability } from '@ui/app/ability';
import { Api, type Parses } from '@ui/app/api';
import type { PaletteItem } from '@ui/palette';
import { accountRows } from '@wire/accounts';
import { contractRows } from '@wire/contracts';
import { jobRows } from '@wire/jobs';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const limit = 4;

/** What the palette finds beside the pages: people, contracts and jobs that this person may see. */
@Service()
export class Finder {
  private readonly api = inject(Api);
  private readonly ability = inject(Ability);

  find(text: string): Observable<PaletteItem[]> {
    const q = text.trim();
    if (q.length < 2) return of([]);
    if (uuid.test(q)) return of(this.byId(q));
    return forkJoin([this.people(q), this.contracts(q), this.jobs(q)]).pipe(
      map((found) => found.flat()),
    );
  }

  private byId(id: string): PaletteItem[] {
    const contract = { id: `/contracts/${id}`, label: id, icon: 'contract' as const };
    const person = { id: `/users/${id}`, label: id, icon: 'user' as const };
    return [
      ...(this.ability.can('inspect', 'Contract') ? [contract] : []),
      ...(this.ability.can('inspect', 'Account') ? [person] : []),
    ];
  }
  private people(q: string) {
    if (!this.ability.can('inspect', 'Account')) return of([]);
    return this.ask('/admin/accounts', q, accountRows, ({ id, name, email }) => ({
      id: `/users/${id}`,
      label: name,
      note: email,
      icon: 'user',
    }));
  }
  private contracts(q: string) {
    if (!this.ability.can('inspect', 'Contract')) return of([]);
    return this.ask('/admin/contracts', q, contractRows, ({ id, title, provider }) => ({
      id: `/contracts/${id}`,
      label: title,
      note: provider.name,
      icon: 'contract',
    }));
  }
  private jobs(q: string) {
    if (!this.ability.can('inspect', 'Job')) return of([]);
    return this.ask('/admin/jobs', q, jobRows, ({ title, client }) => ({
      id: `/jobs?q=${encodeURIComponent(title)}`,
      label: title,
      note: client.name,
      icon: 'briefcase',
    }));
  }
  /** One source that fails leaves the others. */
  private ask<T>(
    path: string,
    q: string,
    answer: Parses<{ items: T[] }>,
    item: (row: T) => PaletteItem,
  ): Observable<PaletteItem[]> {
    return this.api.get(path, answer, { query: { q, limit } }).pipe(
      map(({ items }) => items.map(item)),
      catchError(() => of([])),
    );
  }
}
