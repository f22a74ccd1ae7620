import { Component, computed, effect, ElementRef, inject, input } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Address } from '@ui/app/address';
import { answer } from '@ui/app/answer';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { FilterText } from '@ui/filter-text';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import type { Described, Group } from '../described';
import { DevelopersApi } from '../developers.api';
import { Example } from './example';
import { OperationCard } from './operation';

/** What a program with a key may do, call by call; a link opens one of them. */
@Component({
  selector: 'app-reference',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    Example,
    FilterText,
    OperationCard,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './reference.html',
  styleUrl: './reference.scss',
})
export class Reference {
  private readonly api = inject(DevelopersApi);
  private readonly address = inject(Address);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly origin = inject(DOCUMENT).location.origin;
  /** From the address: words that are looked for, and the call that stands open. */
  readonly q = input<string>();
  readonly call = input<string>();

  protected readonly groups = answer(() => this.api.reference());
  protected readonly shown = computed((): Group[] | undefined => {
    const words = (this.q() ?? '').toLowerCase().split(/\s+/);
    const fits = ({ method, path, summary, scopes }: Described) => {
      const said = `${method} ${path} ${summary} ${scopes.join(' ')}`.toLowerCase();
      return words.every((word) => said.includes(word));
    };
    return this.groups
      .value()
      ?.map(({ name, operations }) => ({ name, operations: operations.filter(fits) }))
      .filter(({ operations }) => operations.length > 0);
  });
  protected readonly start = [
    `npm install @guildhall/sdk`,
    ``,
    `import { guildhall } from '@guildhall/sdk';`,
    ``,
    `const api = guildhall({`,
    `  url: '${this.origin}',`,
    `  key: process.env.GUILDHALL_KEY,`,
    `});`,
  ].join('\n');

  constructor() {
    let seen = false;
    effect(() => {
      const call = this.call();
      if (seen || !call || !this.groups.value()) return;
      seen = true;
      setTimeout(() => this.host.querySelector(`#${CSS.escape(call)}`)?.scrollIntoView());
    });
  }

  protected look(words: string): void {
    this.address.change({ q: words || null });
  }
  protected toggle({ id }: Described, open: boolean): void {
    this.address.change({ call: open ? id : null });
  }
}
