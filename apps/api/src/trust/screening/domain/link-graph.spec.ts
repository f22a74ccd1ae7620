import { graphOf, mostNodes, type Tie } from './link-graph';

const tie = (kind: Tie['kind'], ...accountIds: string[]): Tie => ({
  ...{ kind, mark: `${kind}-mark`, accountIds },
});

describe('who hangs together', () => {
  it('is nobody where nothing is shared', () => {
    expect(graphOf('a', [])).toEqual({ hops: new Map([['a', 0]]), edges: [], isCut: false });
  });

  it('counts the steps from the first account, and goes no further than was asked', () => {
    const { hops, edges } = graphOf('a', [[tie('bank', 'b', 'a')], [tie('phone', 'b', 'c')]]);
    expect([...hops]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
    expect(edges).toEqual([
      { from: 'a', to: 'b', kind: 'bank', mark: 'bank-mark' },
      { from: 'b', to: 'c', kind: 'phone', mark: 'phone-mark' },
    ]);
  });

  it('draws a ring as a star around the nearest, and a thing found twice once', () => {
    const ring = tie('device', 'c', 'a', 'b');
    const { edges } = graphOf('a', [[ring], [ring]]);
    expect(edges.map(({ from, to }) => from + to)).toEqual(['ab', 'ac']);
  });

  it('keeps the nearest where there are too many, and says so', () => {
    const many = Array.from({ length: 80 }, (_, at) => `n${String(at)}`);
    const { hops, isCut } = graphOf('a', [[tie('bank', 'a', 'b')], [tie('phone', 'b', ...many)]]);
    expect([hops.size, isCut, hops.has('b')]).toEqual([mostNodes, true, true]);
  });
});
