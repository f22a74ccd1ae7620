import { boxOf, layout } from './layout';

const node = (id: string, hops: number) => ({
  ...{ account: { id, name: id }, hops, openCaseId: null, restricted: false },
});

describe('the drawing of links', () => {
  it('has the account of the case in the middle, and nobody on top of anybody', () => {
    const far = Array.from({ length: 12 }, (_, at) => node(`far-${String(at)}`, 2));
    const dots = layout({ nodes: [node('case', 0), node('near', 1), node('next', 1), ...far] });
    expect(dots[0]).toMatchObject({ x: 320, y: 190 });
    expect(new Set(dots.map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(15);
    const [left = 0, top = 0, across = 0, down = 0] = boxOf(dots).view.split(' ').map(Number);
    for (const { x, y } of dots)
      expect([x > left, x < left + across, y > top, y < top + down]).not.toContain(false);
  });
});
