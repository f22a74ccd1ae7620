import { rank } from './match';

const wanted = { skills: ['angular', 'arabic'], languages: ['ar'] };
const somebody = (id: string, skills: string[], languages: string[] = []) => ({
  id,
  skills,
  languages,
});

describe('matching', () => {
  it('puts those with more of the wanted skills first, and says which', () => {
    const found = rank(wanted, [
      somebody('one', ['angular']),
      somebody('both', ['arabic', 'angular']),
    ]);
    expect(found).toEqual([
      { id: 'both', score: 2, why: ['skill:angular', 'skill:arabic'] },
      { id: 'one', score: 1, why: ['skill:angular'] },
    ]);
  });

  it('counts a language, but never for more than a skill', () => {
    const found = rank(wanted, [
      somebody('speaks', ['angular'], ['ar', 'en']),
      somebody('skilled', ['angular', 'arabic']),
      somebody('plain', ['angular']),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['skilled', 'speaks', 'plain']);
    expect(found[1]?.why).toEqual(['skill:angular', 'language:ar']);
  });

  it('leaves out who has none of the skills, whatever they speak', () => {
    expect(rank(wanted, [somebody('speaks', ['knitting'], ['ar'])])).toEqual([]);
  });

  it('says the same again for equals, in whatever order they come', () => {
    const equals = [somebody('b', ['angular']), somebody('a', ['angular'])];
    expect(rank(wanted, equals)).toEqual(rank(wanted, equals.toReversed()));
  });
});
