import { firstKnown } from './first-known';

describe('the language of a first visit', () => {
  it.each([
    ['ar-EG,ar;q=0.9,en;q=0.8', 'ar'],
    ['en-IN, ar', 'en'],
    ['fr-FR,fr;q=0.9,ar;q=0.5', 'ar'],
    ['de', undefined],
    ['', undefined],
    ['*', undefined],
  ])('%s is answered in %s', (wishes, language) => {
    expect(firstKnown(wishes, ['en', 'ar'])).toBe(language);
  });
});
