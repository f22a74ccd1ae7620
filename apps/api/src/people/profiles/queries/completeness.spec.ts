import { completenessOf } from './completeness';

const empty = {
  headline: '',
  about: '',
  skills: [],
  languages: [],
  hourlyRate: null,
  avatarFileId: null,
};

describe('a profile', () => {
  it('is empty at first and says what is missing', () => {
    expect(completenessOf(empty)).toMatchObject({
      percent: 0,
      missing: expect.arrayContaining(['headline', 'avatar']) as unknown,
    });
  });

  it('is complete when every part is there', () => {
    const full = {
      headline: 'x',
      about: 'y',
      skills: ['a'],
      languages: ['ar'],
      hourlyRate: {},
      avatarFileId: 'f',
    };
    expect(completenessOf(full)).toEqual({ percent: 100, missing: [] });
    expect(completenessOf({ ...full, skills: [] })).toEqual({ percent: 83, missing: ['skills'] });
  });
});
