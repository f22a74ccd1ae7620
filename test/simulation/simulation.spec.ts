import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

jest.setTimeout(300_000);

/** A process of its own: the simulation takes time, chance and the network away from it. */
function last(program: string, ...args: string[]): Record<string, unknown> {
  const said = execFileSync(process.execPath, [join(__dirname, program), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>;
}

describe('the money in a made-up world', () => {
  it('keeps every rule in fifty short lives, and lives the same life again', () => {
    const once = last('simulate.mjs', '--steps', '15000', '--run', '300', '--save', 'no');
    expect(once).toMatchObject({ steps: 15_000, violations: 0 });
    const short = ['--steps', '1500', '--run', '500', '--seed', '8', '--save', 'no'];
    expect(last('simulate.mjs', ...short)['head']).toBe(last('simulate.mjs', ...short)['head']);
  });

  it('keeps every rule where one was broken before', () => {
    const played = last('simulate.mjs', '--fixtures');
    expect(played['fixtures']).toBeGreaterThan(2);
    expect(played).toMatchObject({ violations: 0 });
  });

  it('keeps every rule in every order of what can happen to one contract', () => {
    const seen = last('explore.mjs', '--scope', 'small');
    expect(seen['states']).toBeGreaterThan(1_000);
    expect(seen).toMatchObject({ violations: 0 });
  });
});
