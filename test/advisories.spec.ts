import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'guildhall-advisories-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function told(answer: unknown): { status: number | null; said: string } {
  const file = join(folder, 'audit.json');
  writeFileSync(file, typeof answer === 'string' ? answer : JSON.stringify(answer));
  const program = [join(root, 'scripts/advisories.mjs'), file];
  const { status, stdout } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  return { status, said: stdout };
}

/** As `npm audit --json` writes it, of a hole that nobody has. */
const planted = (severity: string) => ({
  auditReportVersion: 2,
  vulnerabilities: {
    fastify: {
      name: 'fastify',
      severity,
      isDirect: true,
      via: [{ source: 1, name: 'fastify', title: 'Planted', url: 'https://a.test/1', severity }],
    },
    '@nestjs/platform-fastify': {
      name: '@nestjs/platform-fastify',
      severity,
      isDirect: true,
      via: ['fastify'],
    },
  },
});

describe('what is known about the libraries', () => {
  it.each(['critical', 'high'])('stops the nightly run where it is %s', (severity) => {
    const { status, said } = told(planted(severity));
    expect(status).toBe(1);
    expect(said).toContain(`${severity}: fastify: Planted (https://a.test/1)`);
    expect(said).toContain('1 known, 1 of them');
  });

  it('is written down, and stops nothing, where it is less', () => {
    const { status, said } = told(planted('moderate'));
    expect([status, said.includes('moderate: fastify')]).toEqual([0, true]);
    expect(told({ vulnerabilities: {} }).status).toBe(0);
  });

  it('is not known where the registry did not answer', () => {
    expect(told({ error: { code: 'ENOAUDIT' } }).status).toBe(2);
    expect(told('').status).toBe(2);
  });

  it('is asked for every night', () => {
    const nightly = readFileSync(join(root, '.github/workflows/nightly.yml'), 'utf8');
    expect(nightly).toContain('npm audit --json > audit.json || true');
    expect(nightly).toContain('node scripts/advisories.mjs audit.json');
    expect(nightly).toContain('npm audit signatures');
  });
});
