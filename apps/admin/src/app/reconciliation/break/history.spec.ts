import { historyOf } from './history';

const meera = '0196a1f0-7c1e-7000-8000-000000000001';
const own = '0196a1f0-7c1e-7000-8000-00000000000a';
const other = '0196a1f0-7c1e-7000-8000-00000000000b';
let version = 0;
const event = (type: string, data: Record<string, unknown>) => ({
  eventId: `event-${++version}`,
  stream: 'recon-razorpay-2026-11-18',
  version,
  type,
  recordedAt: '2026-11-20T00:00:00Z',
  raw: JSON.stringify({ type, data, metadata: { at: '2026-11-19T00:30:00Z' } }),
  hash: '00',
});
const note = { id: 'note-1', author: { id: meera, name: 'Meera' }, at: '2026-11-19T00:30:00Z' };

describe('The history of a difference', () => {
  it('is its own part of the day it was found on, the newest first', () => {
    const record = [
      event('ReconciliationRun', { gateway: 'razorpay' }),
      event('BreakOpened', { breakId: own }),
      event('BreakOpened', { breakId: other }),
      event('BreakEntriesProposed', { breakId: own, by: meera }),
      event('BreakEntriesRefused', { breakId: own }),
    ];
    const steps = historyOf({ id: own, notes: [] }, record);
    expect(steps.map(({ fact }) => fact)).toEqual(['refused', 'proposed', 'opened']);
    expect(steps.map(({ by }) => by)).toEqual([null, meera, null]);
  });

  it('says whether somebody took it, gave it to another person, or let it go', () => {
    const record = [meera, other, null].map((ownerId) =>
      event('BreakAssigned', { breakId: own, ownerId, by: meera }),
    );
    const steps = historyOf({ id: own, notes: [] }, record);
    expect(steps.map(({ fact }) => fact)).toEqual(['left', 'given', 'taken']);
  });

  it('brings the words of a note and of the reason, which the record only has hashes of', () => {
    const notes = [
      { ...note, kind: 'note' as const, body: 'Asked the gateway' },
      { ...note, id: 'note-2', kind: 'reason' as const, body: 'Paid a day later' },
    ];
    const record = [
      event('BreakNoted', { breakId: own, noteId: 'note-1', by: meera }),
      event('BreakResolved', { breakId: own, outcome: 'timing', by: meera }),
    ];
    const steps = historyOf({ id: own, notes }, record);
    expect(steps.map(({ text }) => text)).toEqual(['Paid a day later', 'Asked the gateway']);
    expect(steps[0]?.outcome).toBe('timing');
  });

  it('has no words of a person where the difference ended by itself', () => {
    const reason = { ...note, kind: 'reason' as const, body: 'Paid a day later' };
    const gone = event('BreakResolved', { breakId: own, outcome: 'gone', by: null });
    expect(historyOf({ id: own, notes: [reason] }, [gone])[0]?.text).toBeNull();
  });

  it('leaves out what it cannot read', () => {
    const torn = { ...event('BreakOpened', { breakId: own }), raw: '{' };
    expect(historyOf({ id: own, notes: [] }, [torn])).toEqual([]);
  });
});
