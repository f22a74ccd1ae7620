import { type Money, money } from '@money';
import type { Problem } from '@ui/app/problem';
import type { CompareLine } from '@ui/compare-table';
import type { ReceiptLine } from '@ui/fee-receipt';
import type { Column } from '@ui/grid/columns';
import type { StripPart } from '@ui/money-strip';
import type { StatementLine } from '@ui/statement-table';
import type { TimelineEntry } from '@ui/timeline';

const inr = (rupees: number): Money => money(Math.round(rupees * 100), 'INR');
const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
export const inTwoDays = ago(-52);

export const amount = inr(41_416);
export const long = inr(12_345_678.5);
export const debit = inr(-1_200);

export const lines: ReceiptLine[] = [
  { label: 'Milestone 1, design and prototype', amount: inr(40_000) },
  {
    label: 'Service fee',
    rate: '3 %',
    amount: inr(1_200),
    why: 'Pays for the card, the escrow account and support. It is taken once, when you fund.',
  },
  {
    label: 'GST on the fee',
    rate: '18 %',
    amount: inr(216),
    why: 'Tax on Guildhall’s fee, not on the work. It stands on your invoice.',
  },
];
export const total: ReceiptLine = { label: 'You pay now', amount: inr(41_416) };
export const other: ReceiptLine = {
  label: 'Yusuf gets on release',
  amount: inr(35_280),
  why: '₹40,000 less the provider fee of 10 % and GST of 18 % on that fee.',
};

export const rail = [
  { id: 'offer', label: 'Offer', note: 'Signed 2 Nov' },
  { id: 'funded', label: 'Funded', note: '₹40,000' },
  { id: 'working', label: 'Working', note: 'Since 3 Nov' },
  { id: 'review', label: 'Review', note: 'Until 28 Nov' },
  { id: 'released', label: 'Released' },
];
export const strip: StripPart[] = [
  { id: 'held', label: 'Held in escrow', amount: inr(60_000), kind: 'held', note: 'Milestone 2' },
  { id: 'review', label: 'In review', amount: inr(40_000), kind: 'waiting', note: 'Milestone 1' },
  { id: 'released', label: 'Released', amount: inr(0) },
  { id: 'fees', label: 'Fees and GST', amount: inr(3_540) },
];
export const entries: TimelineEntry[] = [
  {
    id: '1',
    title: 'Yusuf delivered Milestone 1, version 2',
    at: ago(3),
    icon: 'upload',
    tone: 'attention',
    note: 'The three clinic calendars now share one waiting list.\nArabic is complete.',
    proof: 'contract-0192f3a4 · 14',
  },
  { id: '2', title: 'Meera asked for changes on one point', at: ago(26), icon: 'edit' },
  {
    id: '3',
    title: 'Meera funded Milestone 1',
    at: ago(75),
    icon: 'shield',
    tone: 'brand',
    amount: inr(40_000),
    proof: 'escrow-0192f3b1 · 2',
  },
  { id: '4', title: 'Both signed the contract', at: ago(80), icon: 'contract', tone: 'brand' },
];

export interface Row {
  id: string;
  name: string;
  state: string;
  amount: Money;
  at: string;
}
const rows: Row[] = [
  {
    id: '1',
    name: 'Booking site for 3 clinics',
    state: 'In review',
    amount: inr(40_000),
    at: ago(3),
  },
  { id: '2', name: 'Brand film, 90 seconds', state: 'Held', amount: inr(152_500), at: ago(30) },
  { id: '3', name: 'ترجمة دليل المستخدم', state: 'Released', amount: inr(8_400), at: ago(200) },
];
export const list = { rows: () => rows, more: () => true };
export const waiting = { rows: () => undefined };
export const none = { rows: () => [] };
export const columns: Column<Row>[] = [
  { id: 'name', label: 'Contract', text: (row) => row.name, sortable: true, card: 'title' },
  { id: 'state', label: 'State', text: (row) => row.state },
  { id: 'at', label: 'Changed', text: (row) => row.at, sortable: true },
  {
    id: 'amount',
    label: 'Amount',
    text: (row) => row.amount.amountMinor,
    align: 'end',
    sortable: true,
  },
  { id: 'id', label: 'Id', text: (row) => row.id, extra: true },
];
export const rowId = (row: Row): string => row.id;

export const statement: StatementLine[] = [
  {
    id: 's3',
    at: ago(2),
    title: 'Milestone 1 released',
    detail: 'Booking site for 3 clinics',
    reference: 'GH-2026-004711',
    amount: inr(35_280),
    balance: inr(48_130.5),
  },
  {
    id: 's2',
    at: ago(50),
    title: 'Paid out to bank ••4821',
    reference: 'UTR 431209887710',
    amount: inr(-20_000),
    balance: inr(12_850.5),
  },
];
export interface Offer {
  name: string;
  price: Money;
  days: number;
  rating: number;
  languages: string;
}
export const offers: Offer[] = [
  {
    name: 'Yusuf Hassan',
    price: inr(100_000),
    days: 30,
    rating: 4.9,
    languages: 'Arabic, English',
  },
  { name: 'Karim Adel', price: inr(118_000), days: 24, rating: 4.6, languages: 'Arabic, English' },
  { name: 'Nadia Rahman', price: inr(92_000), days: 45, rating: 4.8, languages: 'English, Hindi' },
];
const least = (of: (offer: Offer) => number) => (all: readonly Offer[]) =>
  [...all].sort((a, b) => of(a) - of(b))[0];
export const compared: CompareLine<Offer>[] = [
  {
    id: 'price',
    label: 'You pay in all',
    text: ({ price }) => price.amountMinor,
    best: least(({ price }) => Number(price.amountMinor)),
  },
  {
    id: 'days',
    label: 'Done in',
    text: ({ days }) => `${days} days`,
    best: least(({ days }) => days),
  },
  { id: 'languages', label: 'Languages', text: ({ languages }) => languages },
  { id: 'nda', label: 'Accepts the NDA', text: () => 'Yes' },
];

export const problem: Problem = {
  status: 503,
  code: 'database.unavailable',
  title: 'Unavailable',
  correlationId: '0192f3a4-7c1e-7d2a-b1de-3f0a2c4b6d88',
  errors: [],
};
export const draft = {
  title: '',
  email: 'meera@',
  about: 'Patients book in Arabic or English; each clinic keeps its own calendar.',
  budget: inr(100_000) as Money | null,
  category: 'web',
  nda: true,
  due: '2026-12-01',
  skills: ['angular', 'postgresql'] as readonly string[],
  kind: 'fixed',
  code: '4821',
  rating: 4,
};
export const skills = [
  'angular',
  'arabic',
  'figma',
  'nestjs',
  'node',
  'postgresql',
  'react',
  'typescript',
];
export const kinds = [
  { value: 'fixed', label: 'Fixed price', text: 'Milestones, each held in escrow.' },
  { value: 'hourly', label: 'By the hour', text: 'A weekly limit you set.' },
];
export const commands = [
  { id: 'home', label: 'Home', icon: 'home', note: 'g h' },
  { id: 'wallet', label: 'Wallet', icon: 'wallet', note: 'g w' },
  { id: 'post', label: 'Post a job', icon: 'plus', also: 'new create' },
] as const;
export const steps = [
  { id: 'what', label: 'What', done: true },
  { id: 'skills', label: 'Skills', done: true },
  { id: 'money', label: 'Budget' },
  { id: 'ask', label: 'Questions' },
  { id: 'look', label: 'Preview' },
];
