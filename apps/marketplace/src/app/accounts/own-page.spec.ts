import { ownPage } from './own-page';

describe('after the log-in', () => {
  it.each([
    ['/search?q=clinic%20website', '/search?q=clinic%20website'],
    [undefined, '/'],
    ['', '/'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
  ])('%s leads to %s', (next, page) => {
    expect(ownPage(next)).toBe(page);
  });
});
