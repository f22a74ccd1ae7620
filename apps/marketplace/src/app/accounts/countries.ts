import type { Choice } from '@ui/form/select-field';

const codes =
  'AE AR AU BD BE BH BR CA CH CN DE DK DZ EG ES FI FR GB GR HK ID IE IL IN IQ IT JO JP KE KR KW LB LK MA MX MY NG NL NO NP NZ OM PH PK PL PT QA RO SA SE SG TH TN TR UA US VN ZA';

/** Countries by their names in the reader's language; the browser knows them, no list is shipped. */
export function countries(language: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return codes
    .split(' ')
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
