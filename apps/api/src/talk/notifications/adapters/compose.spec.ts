import { notices, goesBy, type MailKind, type NoticeKind } from '../domain/notices';
import { compose, type Filling } from './compose';

const mails = (Object.keys(notices) as NoticeKind[]).filter((kind): kind is MailKind =>
  goesBy(kind, 'mail'),
);
const filling: Filling = {
  variables: {
    name: 'Asha',
    device: 'Chrome, Linux',
    place: 'Cairo, Egypt',
    firstStep: 'post a job.',
    other: 'Laila <b>Hassan</b>',
    job: 'Booking site for three clinics',
    contract: 'Booking site for three clinics',
    reasons: 'The work was delivered in part.',
    reason: 'the budget',
    advice: 'The document cannot be read: photograph the whole page.',
    organisation: 'Sahyadri Clinics',
    reference: 'UTR1',
    deadline: '16 Nov 2026, 10:00',
    amount: '₹40,000.00',
    fee: '₹1,200.00',
    tax: '₹216.00',
    total: '₹41,416.00',
    gross: '₹40,000.00',
    net: '₹35,280.00',
    budget: '₹100,000.00',
    spent: '₹80,000.00',
  },
  facts: [{ name: 'total', value: '₹41,416.00' }],
  code: '123456',
  url: 'http://market.test/contracts/1',
  ending: null,
};

describe.each(['en', 'ar'] as const)('a mail in %s', (locale) => {
  it.each(mails)('%s says everything, in page and text', (kind) => {
    const { subject, html, text } = compose(kind, locale, filling);
    expect(subject.length).toBeGreaterThan(3);
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(html).toContain(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
    for (const whole of [subject, html, text]) expect(whole).not.toMatch(/\{\{|undefined|\[object/);
    expect(html).not.toContain('<b>Hassan</b>');
    expect(text).toContain('₹41,416.00');
  });
});

it('is refused when a variable has nothing to say', () => {
  const { amount: _, ...rest } = filling.variables;
  expect(() => compose('payout_paid', 'en', { ...filling, variables: rest })).toThrow('amount');
});
