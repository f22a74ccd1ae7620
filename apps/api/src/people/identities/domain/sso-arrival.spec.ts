import { welcome, type SsoArrival } from './sso-arrival';

const somebody = { accountId: 'a', isMember: false, isStaff: false };
const newcomer: SsoArrival = {
  ...{ known: null, owner: null, directory: null, seat: 'free', joins: true },
  ...{ email: 'amira@nile.test', emailVerified: true, isOurAddress: true },
};
const coming = (more: Partial<SsoArrival> = {}) => {
  try {
    const { next, ...rest } = welcome({ ...newcomer, ...more });
    return [next, ...Object.values(rest)].join(' ');
  } catch (error) {
    return (error as Error).message;
  }
};

describe('who comes back from the issuer of an organisation', () => {
  it('is in where they are known and still a member, whatever their address is', () => {
    const known = { ...somebody, isMember: true };
    expect(coming({ known, isOurAddress: false, email: null })).toBe('enter a false');
  });

  it('is no more known than anybody else once they left', () => {
    expect(coming({ known: somebody, owner: somebody })).toBe('arrive');
    expect(coming({ known: somebody, isOurAddress: false })).toBe('sso.address_refused');
  });

  it('is linked at once where a member has that address in a domain of the organisation', () => {
    const owner = { ...somebody, isMember: true };
    expect(coming({ owner })).toBe('enter a true');
    expect(coming({ owner, isOurAddress: false })).toBe('sso.address_refused');
    expect(coming({ owner, emailVerified: false })).toBe('sso.address_refused');
  });

  it('takes over nothing of who is no member', () => {
    expect(coming({ owner: somebody })).toBe('arrive');
    expect(coming({ owner: somebody, isOurAddress: false })).toBe('sso.address_refused');
  });

  it('is never somebody of staff', () => {
    const staff = { accountId: 'a', isMember: true, isStaff: true };
    expect(coming({ owner: staff })).toBe('sso.staff');
    expect(coming({ known: staff })).toBe('sso.staff');
  });

  it('joins where the organisation wants that, asked them, or has them in its directory', () => {
    expect(coming()).toBe('arrive');
    expect(coming({ joins: false })).toBe('sso.not_a_member');
    expect(coming({ joins: false, seat: 'invited' })).toBe('arrive');
    expect(coming({ joins: false, directory: 'active' })).toBe('arrive');
    expect(coming({ directory: 'inactive' })).toBe('sso.deactivated');
    expect(coming({ seat: 'full' })).toBe('organisations.no_seat');
  });
});
