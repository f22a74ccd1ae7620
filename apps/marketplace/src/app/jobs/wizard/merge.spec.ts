import { emptyDraft } from './draft';
import { merge, takeFields } from './merge';

const base = { ...emptyDraft, title: 'Booking site', description: 'Three clinics.' };

describe('two windows on one draft', () => {
  it('take each field from the window that changed it', () => {
    const mine = { ...base, title: 'Booking site for 3 clinics' };
    const theirs = { ...base, skills: ['angular'] };
    expect(merge(base, mine, theirs)).toEqual({
      merged: { ...base, title: 'Booking site for 3 clinics', skills: ['angular'] },
      conflicts: [],
    });
  });

  it('ask about a field that both changed, and keep mine until then', () => {
    const mine = { ...base, description: 'Three clinics in Pune.' };
    const theirs = { ...base, description: 'Four clinics.' };
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual(['description']);
    expect(merged.description).toBe('Three clinics in Pune.');
    expect(takeFields(merged, theirs, conflicts).description).toBe('Four clinics.');
  });

  it('agree where both wrote the same', () => {
    const both = { ...base, nda: true };
    expect(merge(base, both, { ...both })).toEqual({ merged: both, conflicts: [] });
  });

  it('keep what was emptied on purpose', () => {
    const mine = { ...base, description: '' };
    expect(merge(base, mine, base).merged.description).toBe('');
  });
});
