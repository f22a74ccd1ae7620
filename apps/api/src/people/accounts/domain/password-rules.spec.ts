import { weaknessOf, type Owner } from './password-rules';

const layla: Owner = {
  email: 'layla.haddad@north.example',
  name: 'Layla Haddad',
  roles: ['provider'],
};
const tried = new Set(['password1', 'qwertyuiop']);
const weakness = (password: string, owner = layla) =>
  weaknessOf(password, owner, (word) => tried.has(word));

describe('a password', () => {
  it('may be anything long that nobody guesses, in any script', () => {
    for (const good of [
      'correct horse battery',
      'كلمة سر طويلة جدا',
      '🦊🦊🦊🦊🦊🦊🦊🦊',
      '99999 99999 9',
    ])
      expect(weakness(good)).toBeNull();
  });

  it('is none of those that everybody tries, however they are written', () => {
    expect(weakness('PassWord1')).toBe('accounts.password_common');
    expect(weakness('qwertyuiop')).toBe('accounts.password_common');
  });

  it('is not one’s name, one’s address or the name of the site with a number behind', () => {
    for (const weak of ['LaylaHaddad1', 'haddad-2026', 'Guildhall2026', 'layla!!haddad'])
      expect(weakness(weak)).toBe('accounts.password_personal');
    expect(weakness('layla likes old maps')).toBeNull();
  });

  it('is longer for people of staff', () => {
    const staff: Owner = { ...layla, roles: ['support'] };
    expect(weakness('brown otter 14', staff)).toBe('accounts.password_short');
    expect(weakness('brown otter 1492', staff)).toBeNull();
  });
});
