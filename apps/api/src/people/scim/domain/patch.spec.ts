import { patched } from './patch';

const nobody = { userName: 'ada', emails: [{ type: 'work', value: 'ada@example.org' }] };

describe('an operation on a resource', () => {
  it.each([
    '__proto__.polluted',
    '__proto__',
    'constructor.prototype',
    'name.__proto__',
    'emails[type eq "work"].__proto__',
    '__proto__[polluted eq "x"].polluted',
    'urn:ietf:params:scim:schemas:core:2.0:User:__proto__.polluted',
  ])('reaches no further than the resource: %s', (path) => {
    for (const op of ['add', 'replace', 'remove'] as const)
      expect(() => patched(nobody, [{ op, path, value: 'x' }])).toThrow('scim.invalid_path');
    expect(() => patched(nobody, [{ op: 'add', value: { [path]: 'x' } }])).toThrow(
      'scim.invalid_path',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
