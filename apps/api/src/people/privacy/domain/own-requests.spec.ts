import type { DataExport } from '@wire/own-privacy';
import { mayAskExport, nextExportAt } from './own-requests';

const now = new Date('2026-11-20T12:00:00Z');
const latest = (askedAt: string, state: DataExport['state'] = 'ready'): DataExport => ({
  ...{ id: '019e0000-0000-7000-8000-000000000000', state, askedAt, done: 3, total: 3 },
  ...{ size: 1, files: 3, manifestSha256: null, expiresAt: null },
});

describe('a copy of one’s data', () => {
  it('is there for the asking once a day', () => {
    expect(() => mayAskExport(undefined, now)).not.toThrow();
    expect(() => mayAskExport(latest('2026-11-19T12:00:00.000Z'), now)).not.toThrow();
    const early = latest('2026-11-19T12:00:01.000Z');
    expect(() => mayAskExport(early, now)).toThrow('privacy.export_too_soon');
    expect(nextExportAt(early, now)).toBe('2026-11-20T12:00:01.000Z');
  });

  it('is made one at a time, however long one takes', () => {
    const old = latest('2026-11-01T12:00:00.000Z', 'making');
    expect(() => mayAskExport(old, now)).toThrow('privacy.export_under_way');
  });
});
