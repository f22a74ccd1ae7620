import { currentOf, type Step, wayOf } from './steps';

const clocks = {
  answerBusinessDays: 5,
  negotiationBusinessDays: 5,
  mediationDays: 30,
  appealDays: 7,
};
const ruling: Step = {
  state: 'ruling_proposed',
  owner: 'lead',
  mine: false,
  deadline: '2026-12-20T10:00:00.000Z',
  defaultOutcome: 'recommendation',
};

describe('The way of a dispute', () => {
  it('begins with the other side, and says how long and what happens by itself', () => {
    const [first, , , appeal] = wayOf('client', clocks, null);
    expect(first).toEqual({
      id: 'evidence',
      owner: 'provider',
      defaultOutcome: 'opener_claim',
      lasts: { days: 5, business: true },
      deadline: null,
    });
    expect(appeal?.lasts).toEqual({ days: 7, business: false });
    expect(wayOf('provider', clocks, null)[0]?.owner).toBe('client');
  });

  it('says of the step it stands on what the server says of it', () => {
    const way = wayOf('client', null, ruling);
    expect(way.find(({ id }) => id === 'mediation')).toMatchObject({
      owner: 'lead',
      deadline: ruling.deadline,
      defaultOutcome: 'recommendation',
    });
    expect(way.find(({ id }) => id === 'decided')?.owner).toBe('both');
  });

  it('is over when the money has moved or the claim was taken back', () => {
    expect(currentOf({ state: 'settled' })).toBe('executed');
    expect(currentOf({ state: 'executed' })).toBe('done');
    expect(currentOf({ state: 'withdrawn' })).toBe('done');
  });
});
