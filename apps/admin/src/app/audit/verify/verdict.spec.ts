import { findingOf, findingsOf } from './verdict';

describe('what the verifier found, in words', () => {
  it('names the event that was altered, once', () => {
    const findings = findingsOf({
      findings: [
        'event 517 altered',
        'event 517 altered: it or its entries are not what the log holds',
        'events.ndjson is altered',
      ],
    });
    expect(findings.map(({ word, values }) => [word, values])).toEqual([
      ['altered', { event: '517' }],
      ['file', { file: 'events.ndjson' }],
    ]);
  });

  it('names an event without a number by its stream', () => {
    expect(findingOf('event escrow-1 3 altered').values).toEqual({ event: 'escrow-1 3' });
  });

  it('knows each way in which a file can be cut or opened', () => {
    expect(findingOf('the file is cut short').word).toBe('cut');
    expect(findingOf('the container is altered at byte 512').word).toBe('container');
    expect(findingOf('it is signed by another key than the one you gave').word).toBe('otherKey');
  });

  it('says what it has no words for as the verifier says it', () => {
    expect(findingOf('journal 12 does not sum to zero')).toEqual({
      word: null,
      values: {},
      text: 'journal 12 does not sum to zero',
    });
  });
});
