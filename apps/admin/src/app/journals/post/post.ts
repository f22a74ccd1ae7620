import { Component, computed, effect, inject, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { DateField } from '@ui/form/date-field';
import { PageHeader } from '@ui/page-header';
import { ProposalDialog, type Send } from '@ui/proposal-dialog';
import { uid } from '@ui/uid';
import { JournalsApi } from '../journals.api';
import { blank, type DraftLeg, legsOf } from './legs';
import { LegsEditor } from './legs-editor';

/** A journal by hand: legs that balance, the day it belongs to, and a second person who agrees. */
@Component({
  selector: 'app-post-journal',
  imports: [Button, DateField, LegsEditor, PageHeader, ProposalDialog, TranslatePipe],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'journals.post' | translate"
        [lead]="'journals.postLead' | translate"
        [crumbs]="crumbs()"
      />
      <div class="stack gap-6">
        <app-legs-editor [touched]="touched()" [(legs)]="legs" />
        <ui-date-field
          class="day"
          [label]="'journals.effective' | translate"
          [hint]="'journals.effectiveHint' | translate"
          [to]="today"
          [(value)]="day"
        />
        <div class="row">
          <button uiButton kind="primary" type="button" (click)="ask()">
            {{ 'journals.ask' | translate }}
          </button>
          @if (touched() && !ready()) {
            <p class="missing" role="status">{{ 'journals.notYet' | translate }}</p>
          }
        </div>
      </div>
    </div>
    @if (asking()) {
      <ui-proposal-dialog
        [heading]="'journals.askHeading' | translate"
        [lead]="'journals.askLead' | translate"
        [verb]="'journals.send' | translate"
        [send]="send"
        (closed)="answered($event)"
      />
    }
  `,
  styles: `
    .day {
      max-inline-size: 320px;
    }
    .missing {
      color: var(--danger);
    }
  `,
})
export class PostJournal {
  private readonly api = inject(JournalsApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);

  protected readonly legs = signal<readonly DraftLeg[]>([blank(uid('leg')), blank(uid('leg'))]);
  protected readonly today = new Date().toISOString().slice(0, 10);
  protected readonly day = signal(this.today);
  protected readonly touched = signal(false);
  protected readonly asking = signal(false);
  private readonly sendable = computed(() => legsOf(this.legs()));
  protected readonly ready = computed(() => this.sendable() !== null && this.day() !== '');
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('journals.heading'), link: '/finance/journals' },
    { label: this.say.it('journals.post') },
  ]);
  protected readonly send: Send = (reason, key) => {
    const effectiveAt = new Date(this.day()).toISOString();
    return this.api.propose({ legs: this.sendable() ?? [], effectiveAt, reason }, key);
  };
  private readonly dialog = viewChild(ProposalDialog);

  constructor() {
    effect(() => this.dialog()?.open());
  }

  protected ask(): void {
    this.touched.set(true);
    if (this.ready()) this.asking.set(true);
  }
  protected answered(sent: boolean): void {
    this.asking.set(false);
    if (sent) void this.router.navigate(['/finance/journals']);
  }
}
