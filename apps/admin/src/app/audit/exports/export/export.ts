import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Can } from '@ui/app/ability';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Updated } from '@ui/updated';
import { AuditApi } from '../../audit.api';
import { AuditWords } from '../../audit-words';
import { ExportState, isUnderWay, shareOf } from '../export-state';
import { ScopeWords } from '../scope-words';

/** One copy of the record: who asked and why, who has to agree, how far it is, and how to check it. */
@Component({
  selector: 'app-export',
  imports: [
    Button,
    Can,
    Card,
    Copy,
    ErrorState,
    ExportState,
    Moment,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './export.html',
  styleUrl: './export.scss',
})
export class ExportPage {
  private readonly api = inject(AuditApi);
  private readonly say = inject(Say);
  protected readonly words = inject(AuditWords);
  private readonly scopes = inject(ScopeWords);
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly export = answer(() => this.api.export(this.id()));
  protected readonly heading = computed(() => {
    const found = this.export.value();
    return found
      ? this.say.it('audit.export.one', { scope: this.scopes.of(found.scope) })
      : this.say.it('audit.export.heading');
  });
  protected readonly crumbs = computed(() =>
    this.words.crumbs(
      { label: this.say.it('audit.export.heading'), link: '/audit/exports' },
      { label: this.heading() },
    ),
  );
  protected readonly share = computed(() => {
    const found = this.export.value();
    return found ? shareOf(found) : null;
  });
  protected readonly size = computed(() => {
    const bytes = this.export.value()?.size ?? null;
    if (bytes === null) return '–';
    return bytes < 1e6
      ? this.say.it('audit.export.kilobytes', { count: this.words.number(Math.ceil(bytes / 1e3)) })
      : this.say.it('audit.export.megabytes', { count: (bytes / 1e6).toFixed(1) });
  });

  constructor() {
    pulse(1_500).subscribe(() => {
      const found = this.export.value();
      if (found && isUnderWay(found)) this.export.refresh();
    });
  }
}
