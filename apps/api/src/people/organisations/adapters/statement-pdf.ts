import { format } from '@money';
import type { OrgStatement } from '@wire/organisations';
import { buffer } from 'node:stream/consumers';
import { numberShown, type StatementWords } from '../domain/statement-words';
import { newSheet, write, type Look } from './pdf-text';

export interface Issue {
  readonly number: number;
  readonly organisation: string;
  readonly issuedAt: Date;
  readonly statement: OrgStatement;
}

const [left, right, top, bottom] = [48, 547, 56, 770];
const lineHeight = 20;
const muted = '#59625d';

/** A statement as it is sent to the books: A4, in the language of whoever issued it. */
export function statementPdf(issue: Issue, words: StatementWords): Promise<Buffer> {
  const pages = new Pages(issue, words);
  pages.head();
  pages.totals();
  pages.lines();
  return pages.end();
}

/** Places count from the edge where reading begins, whichever that is. */
class Pages {
  private readonly sheet;
  private y: number = top;
  private page = 1;

  constructor(
    private readonly issue: Issue,
    private readonly words: StatementWords,
  ) {
    const { number, organisation, issuedAt } = issue;
    this.sheet = newSheet(`${words.heading} ${numberShown(number)} · ${organisation}`, issuedAt);
    this.foot();
  }

  head(): void {
    const { number, organisation, issuedAt, statement } = this.issue;
    const { words } = this;
    this.put(words.heading, 0, { size: 20, isBold: true });
    this.y += 26;
    this.put(organisation, 0, { size: 13 });
    this.y += 26;
    const about = [
      [words.number, numberShown(number)],
      [words.month, statement.month],
      [words.issued, this.day(issuedAt)],
    ];
    for (const [name = '', value = ''] of about) {
      this.put(name, 0, { colour: muted });
      this.put(value, 90);
      this.y += 16;
    }
    this.y += 12;
  }

  totals(): void {
    for (const total of this.issue.statement.totals) {
      this.rule();
      for (const what of ['funded', 'fees', 'released', 'refunded'] as const) {
        this.put(this.words.totals[what], 0, { colour: muted });
        this.close(format(total[what], this.words.locale), { isBold: what === 'funded' });
        this.y += 16;
      }
      this.y += 12;
    }
  }

  lines(): void {
    const { columns, kinds, none, locale } = this.words;
    this.heading(columns);
    if (this.issue.statement.lines.length === 0) this.put(none, 0, { colour: muted });
    for (const line of this.issue.statement.lines) {
      if (this.y > bottom - lineHeight) this.turn();
      this.put(this.day(new Date(line.at)), 0);
      this.put(kinds[line.kind], 78);
      this.put(line.title, 140, { most: 190 });
      this.put(line.purchaseOrder ?? '–', 340, { most: 70 });
      this.close(format(line.amount, locale));
      this.y += lineHeight;
    }
  }

  async end(): Promise<Buffer> {
    const bytes = buffer(this.sheet);
    this.sheet.end();
    return bytes;
  }

  private heading(columns: StatementWords['columns']): void {
    this.rule();
    const places = { at: 0, kind: 78, title: 140, order: 340 } as const;
    for (const [name, place] of Object.entries(places))
      this.put(columns[name as keyof typeof places], place, { size: 9, colour: muted });
    this.close(columns.amount, { size: 9, colour: muted });
    this.y += 20;
  }

  private turn(): void {
    this.sheet.addPage();
    this.page += 1;
    this.foot();
    this.y = top;
    this.heading(this.words.columns);
  }

  private foot(): void {
    const before = this.y;
    this.y = 805;
    this.put(this.words.note, 0, { size: 8, colour: muted, most: 400 });
    this.close(`${this.words.page} ${String(this.page)}`, { size: 8, colour: muted });
    this.y = before;
  }

  private rule(): void {
    this.sheet
      .moveTo(left, this.y - 10)
      .lineTo(right, this.y - 10)
      .lineWidth(0.5)
      .stroke('#d5d5cd');
    this.y += 8;
  }

  private day(at: Date): string {
    return at.toISOString().slice(0, 10);
  }

  private put(text: string, place: number, look: Look = {}): void {
    const { dir } = this.words;
    const isRtl = dir === 'rtl';
    const x = isRtl ? right - place : left + place;
    const edge = isRtl ? 'right' : 'left';
    write(this.sheet, text, { x, y: this.y, dir }, { edge, ...look });
  }

  private close(text: string, look: Look = {}): void {
    const { dir } = this.words;
    const x = dir === 'rtl' ? left : right;
    const edge = dir === 'rtl' ? 'left' : 'right';
    write(this.sheet, text, { x, y: this.y, dir }, { edge, ...look });
  }
}
