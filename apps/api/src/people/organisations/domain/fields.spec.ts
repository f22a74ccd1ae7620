import type { Rejection } from '@kernel/reject';
import type { FieldWish, OrgField } from '@wire/org-fields';
import { changedFields, filledIn } from './fields';

const wish = (label: string, changes: Partial<FieldWish> = {}): FieldWish => ({
  ...{ label, kind: 'text', options: [], required: false, asked: 'job' },
  ...changes,
});
const field = (id: string, changes: Partial<OrgField> = {}): OrgField => ({
  ...wish(`Field ${id}`),
  ...{ id, archived: false },
  ...changes,
});
let made = 0;
const newId = (): string => `new-${String((made += 1))}`;
const refusal = (work: () => unknown): Pick<Rejection, 'code' | 'detail'> => {
  try {
    work();
  } catch (error) {
    return error as Rejection;
  }
  throw new Error('it was accepted');
};

describe('the fields of an organisation', () => {
  it('stand in the order of the list, and what is not in it is archived, not gone', () => {
    const now = [field('a'), field('b')];
    const after = changedFields(now, [wish('Project'), wish('Field b', { id: 'b' })], newId);
    expect(after.map(({ label, archived }) => [label, archived])).toEqual([
      ['Project', false],
      ['Field b', false],
      ['Field a', true],
    ]);
    const back = changedFields(after, [wish('Field a', { id: 'a' })], newId);
    expect(back[0]).toMatchObject({ id: 'a', archived: false });
  });

  it('have each a label of its own, a kind that stays, and something to choose from', () => {
    const twice = refusal(() => changedFields([], [wish('Project'), wish('project')], newId));
    expect(twice).toMatchObject({ code: 'organisations.field_twice' });
    const other = wish('Field a', { id: 'a', kind: 'number' });
    const kind = refusal(() => changedFields([field('a')], [other], newId));
    expect(kind.code).toBe('organisations.field_kind_fixed');
    const empty = refusal(() => changedFields([], [wish('Region', { kind: 'choice' })], newId));
    expect(empty.code).toBe('organisations.field_without_options');
    const unknown = refusal(() => changedFields([], [wish('Field a', { id: 'a' })], newId));
    expect(unknown.code).toBe('organisations.no_such_field');
  });
});

describe('what is given', () => {
  const fields = [
    field('project', { required: true }),
    field('count', { kind: 'number' }),
    field('start', { kind: 'date' }),
    field('region', { kind: 'choice', options: ['Delta', 'Upper'] }),
    field('hire', { asked: 'hire', required: true }),
    field('old', { required: true, archived: true }),
  ];
  const given = (values: Record<string, string>) =>
    filledIn(
      fields,
      'job',
      Object.entries(values).map(([id, value]) => ({ field: id, value })),
    );

  it('is kept under the label of now; what is not asked here is left out', () => {
    expect(given({ project: 'Lotus', hire: 'x', old: 'y', unknown: 'z', count: '' })).toEqual([
      { id: 'project', label: 'Field project', kind: 'text', value: 'Lotus' },
    ]);
  });

  it('is refused where a required one is empty, and the field is named', () => {
    expect(refusal(() => given({ project: '' }))).toMatchObject({
      code: 'organisations.field_missing',
      detail: { field: 'Field project' },
    });
  });

  it.each([
    ['count', '12.5', 'a dozen'],
    ['count', '-3', '1e9'],
    ['start', '2026-11-02', '2026-02-30'],
    ['region', 'Delta', 'delta'],
  ])('has to be a %s: %s is, %s is not', (id, right, wrong) => {
    expect(given({ project: 'Lotus', [id]: right })).toHaveLength(2);
    const refused = refusal(() => given({ project: 'Lotus', [id]: wrong }));
    expect(refused).toMatchObject({
      code: 'organisations.field_invalid',
      detail: { field: `Field ${id}` },
    });
  });
});
