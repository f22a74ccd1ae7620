import { actions, roles, subjects } from '@wire/permissions';
import arabicRoles from '../../../public/i18n/ar/roles.json';
import arabicShell from '../../../public/i18n/ar/shell.json';
import englishRoles from '../../../public/i18n/en/roles.json';
import englishShell from '../../../public/i18n/en/shell.json';

describe('the words of permissions', () => {
  it.each([
    ['en', englishRoles.roles, englishShell.shell],
    ['ar', arabicRoles.roles, arabicShell.shell],
  ])('name every action, every kind of thing and every role in %s', (_, words, shell) => {
    const missing = [
      ...actions.filter((one) => !Object.hasOwn(words.actions, one)),
      ...subjects.filter((one) => !Object.hasOwn(words.subjects, one)),
      ...roles.filter((one) => !Object.hasOwn(shell.roles, one)),
    ];
    expect(missing).toEqual([]);
  });
});
