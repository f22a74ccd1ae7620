import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { money, portion } from '@money';
import { Title } from '@angular/platform-browser';
import type { categories } from '@wire/jobs';
import { Button } from '@ui/button';
import { Icon } from '@ui/icon';
import type { IconName } from '@ui/icon-strokes';
import { MoneyView } from '@ui/money';
import { ContractCard } from './contract-card';
import { EscrowArch } from './escrow-arch';

type Category = (typeof categories)[number];
const icons: Record<Category, IconName> = {
  web: 'globe',
  mobile: 'message',
  data: 'ledger',
  design: 'edit',
  writing: 'file',
  translation: 'globe',
  marketing: 'pulse',
  video: 'external',
  finance: 'bank',
  legal: 'scales',
  engineering: 'settings',
  support: 'users',
};
const example = money(4_000_000, 'INR');
const rupees = (minor: number) => money(minor, 'INR');

/** What Guildhall is, to who comes for the first time; the product itself is the picture. */
@Component({
  selector: 'app-welcome',
  imports: [Button, ContractCard, EscrowArch, Icon, MoneyView, RouterLink, TranslatePipe],
  templateUrl: './welcome.html',
  styleUrl: './welcome.scss',
})
export class Welcome {
  private readonly router = inject(Router);
  protected readonly promises = [
    { word: 'held', icon: 'shield', fragment: 'escrow' },
    { word: 'fees', icon: 'ledger', fragment: 'fees' },
    { word: 'proof', icon: 'link', fragment: 'proof' },
  ] as const;
  protected readonly categories = Object.entries(icons).map(([id, icon]) => ({ id, icon }));
  protected readonly steps = ['agree', 'fund', 'deliver', 'release'] as const;
  protected readonly example = example;
  protected readonly fees = [
    { word: 'client', rate: '3 %', amount: portion(example, 300) },
    { word: 'clientTax', rate: '18 %', amount: portion(portion(example, 300), 1_800) },
    { word: 'provider', rate: '10 %', amount: portion(example, 1_000) },
    { word: 'providerTax', rate: '18 %', amount: portion(portion(example, 1_000), 1_800) },
    { word: 'post', rate: '', amount: rupees(0) },
    { word: 'payout', rate: '', amount: rupees(0) },
  ];
  protected readonly pays = rupees(4_141_600);
  protected readonly gets = rupees(3_528_000);

  constructor() {
    inject(Title).setTitle('Guildhall');
  }

  protected search(event: Event, text: string): void {
    event.preventDefault();
    void this.router.navigate(['/search'], { queryParams: { q: text.trim() || null } });
  }
}
