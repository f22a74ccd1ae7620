import { emptyDraft } from './draft';
import { merge, takeFields } from './merge';

const before = { ...emptyDraft, title: 'Booking site', description: 'Three clinics.' };

describe('two windows on one draft', () => {
  it('take each field from the window that changed it', () => {
    const mine = { ...before, title: 'Booking site for 3 clinics' };
    const theirs = { ...before, skills: ['angular'] };
    expect(merge(before, mine, theirs)).toEqual({
      merged: { ...before, title: 'Booking site for 3 clinics', skills: ['angular'] },
      conflicts: [],
    });
  });

  it('ask about a field that both changed, and keep mine until then', () => {
    const mine = { ...before, description: 'Three clinics in Pune.' };
    const theirs = { ...before, description: 'Four clinics.' };
    const { merged, conflicts } = merge(before, mine, theirs);
    expect(conflicts).toEqual(['description']);
    expect(merged.description).toBe('Three clinics in Pune.');
    expect(takeFields(merged, theirs, conflicts).description).toBe('Four clinics.');
  });

  it('take the cost centre and what the organisation asks like everything else', () => {
    const given = [{ field: 'project', value: 'Lotus' }];
    const theirs = { ...before, costCentre: 'IT-4', given };
    expect(merge(before, { ...before, title: 'Site' }, theirs)).toEqual({
      merged: { ...theirs, title: 'Site' },
      conflicts: [],
    });
  });

  it('agree where both wrote the same', () => {
    const both = { ...before, nda: true };
    expect(merge(before, both, { ...both })).toEqual({ merged: both, conflicts: [] });
  });

  it('keep what was emptied on purpose', () => {
    const mine = { ...before, description: '' };
    expect(merge(before, mine, before).merged.description).toBe('');
  });
});
