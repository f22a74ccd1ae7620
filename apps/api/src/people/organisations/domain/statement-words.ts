/** What stands on a statement beside what it says, in the language of whoever issues it. */
export interface StatementWords {
  readonly dir: 'ltr' | 'rtl';
  readonly locale: string;
  readonly heading: string;
  readonly number: string;
  readonly month: string;
  readonly issued: string;
  readonly page: string;
  readonly columns: Readonly<Record<'at' | 'kind' | 'title' | 'order' | 'amount', string>>;
  readonly kinds: Readonly<Record<'funded' | 'released' | 'refunded', string>>;
  readonly totals: Readonly<Record<'funded' | 'fees' | 'released' | 'refunded', string>>;
  readonly none: string;
  readonly note: string;
}

const english: StatementWords = {
  dir: 'ltr',
  locale: 'en-IN',
  heading: 'Statement of account',
  number: 'Number',
  month: 'Month',
  issued: 'Issued',
  page: 'Page',
  columns: { at: 'Date', kind: 'What', title: 'Contract', order: 'Order', amount: 'Amount' },
  kinds: { funded: 'Funded', released: 'Released', refunded: 'Refunded' },
  totals: { funded: 'Funded', fees: 'Fees with tax', released: 'Released', refunded: 'Refunded' },
  none: 'Nothing moved in this month.',
  note: 'All contracts of the organisation in a month of UTC. Issued once and never changed.',
};

const arabic: StatementWords = {
  dir: 'rtl',
  locale: 'ar-u-nu-latn',
  heading: 'كشف حساب',
  number: 'الرقم',
  month: 'الشهر',
  issued: 'صدر في',
  page: 'صفحة',
  columns: { at: 'التاريخ', kind: 'الحركة', title: 'العقد', order: 'أمر الشراء', amount: 'المبلغ' },
  kinds: { funded: 'تمويل', released: 'صرف', refunded: 'استرداد' },
  totals: { funded: 'المموَّل', fees: 'الرسوم مع الضريبة', released: 'المصروف', refunded: 'المستردّ' },
  none: 'لم يتحرك شيء في هذا الشهر.',
  note: 'جميع عقود المؤسسة في شهر بتوقيت UTC. يصدر مرة واحدة ولا يتغير.',
};

export const statementWords = { en: english, ar: arabic } as const;

/** `0007`: of the organisation's own series. */
export const numberShown = (number: number): string => String(number).padStart(4, '0');
