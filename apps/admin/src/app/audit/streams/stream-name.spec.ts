import { streamIn } from './stream-name';

describe('the name of a stream', () => {
  it('is taken as it was copied, from a page or out of an address', () => {
    expect(streamIn(' escrow-01a215c8 ')).toBe('escrow-01a215c8');
    expect(streamIn('https://admin.test/ops/streams/wallet-12?x=1')).toBe('wallet-12');
  });

  it('is a kind and an id', () => {
    expect(streamIn('escrow')).toBeNull();
    expect(streamIn('')).toBeNull();
    expect(streamIn('a person')).toBeNull();
  });
});
