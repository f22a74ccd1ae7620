import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Links } from '@wire/screening-links';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { RiskApi } from '../risk.api';
import { boxOf, layout, type Dot } from './layout';

/**
 * Who shares something with the account of the case: a small drawing for the eye, a list with every
 * reason for everybody. Nothing is asked for before somebody wants to see it: each look is in the log.
 */
@Component({
  selector: 'app-links-card',
  imports: [Button, Card, ErrorState, RouterLink, Skeleton, Status, TranslatePipe],
  templateUrl: './links-card.html',
  styleUrl: './links-card.scss',
})
export class LinksCard {
  private readonly api = inject(RiskApi);
  readonly caseId = input.required<string>();

  protected readonly found = linkedSignal<unknown, Links | null>({
    source: () => this.caseId(),
    computation: () => null,
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly dots = computed(() => layout(this.found() ?? { nodes: [] }));
  protected readonly box = computed(() => boxOf(this.dots()));
  protected readonly chosen = linkedSignal<Links | null, string | null>({
    source: () => this.found(),
    computation: (links) => links?.nodes[0]?.account.id ?? null,
  });
  protected readonly lines = computed(() => {
    const places = new Map(this.dots().map((dot) => [dot.id, dot]));
    return (this.found()?.edges ?? []).flatMap((edge) => {
      const [from, to] = [places.get(edge.from), places.get(edge.to)];
      const isLit = [edge.from, edge.to].includes(this.chosen() ?? '');
      return from && to ? [{ from, to, kind: edge.kind, isLit }] : [];
    });
  });
  /** Each account with everything it shares, and with whom. */
  protected readonly rows = computed(() => {
    const links = this.found();
    const names = new Map(links?.nodes.map(({ account }) => [account.id, account.name]));
    return (links?.nodes ?? []).map((node) => {
      const { id } = node.account;
      const own = (links?.edges ?? []).filter(({ from, to }) => from === id || to === id);
      const shares = own.map(({ kind, mark, from, to }) => ({
        ...{ kind, mark, other: names.get(from === id ? to : from) ?? '' },
      }));
      return { ...node, shares };
    });
  });

  protected look(): void {
    this.busy.set(true);
    this.problem.set(null);
    this.api.links(this.caseId()).subscribe({
      next: (links) => {
        this.busy.set(false);
        this.found.set(links);
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
  /** One stop of the tabulator; the arrows go round. */
  protected keyed(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const dots = this.dots();
    const at = dots.findIndex(({ id }) => id === this.chosen());
    this.chosen.set(dots[(at + by + dots.length) % dots.length]?.id ?? null);
  }
  protected short({ name }: Dot): string {
    return name.length > 18 ? `${name.slice(0, 17)}…` : name;
  }
}
