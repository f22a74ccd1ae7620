import type { DisputeView } from '@wire/dispute-case';
import type { Say } from '@ui/app/say';
import { nextCard, openOfferTo } from './case-next';

/** Says the key, so that a test reads which sentence was chosen. */
const say = { it: (key: string) => key } as unknown as Say;
const dispute = (change: object) =>
  ({
    myRole: 'provider',
    client: { name: 'Asha' },
    provider: { name: 'Laila' },
    mediator: null,
    actions: [],
    offers: [],
    step: {
      state: 'evidence',
      owner: 'provider',
      mine: true,
      deadline: '2026-12-01T10:00:00.000Z',
      defaultOutcome: 'opener_claim',
    },
    ...change,
  }) as unknown as DisputeView;

describe('What happens next in a dispute', () => {
  it('is the answer for whoever it was opened against, and says what silence means', () => {
    const card = nextCard(dispute({ actions: ['add_evidence', 'offer', 'answer'] }), say);
    expect(card).toMatchObject({
      heading: 'disputes.next.evidence.mine.heading',
      note: 'ui.dispute.default.opener_claim',
      primary: 'answer',
      over: false,
    });
  });

  it('names the mediator who has it, and asks nothing of the sides', () => {
    const step = {
      state: 'mediation',
      owner: 'mediator',
      mine: false,
      deadline: null,
      defaultOutcome: 'equal_split',
    };
    const card = nextCard(dispute({ step, mediator: { id: 'm', name: 'Mira' } }), say);
    expect(card).toMatchObject({
      heading: 'disputes.next.mediation.theirs.heading',
      actor: 'Mira',
      primary: null,
    });
  });

  it('is nothing once the money has moved', () => {
    const step = {
      state: 'executed',
      owner: 'nobody',
      mine: false,
      deadline: null,
      defaultOutcome: 'none',
    };
    expect(nextCard(dispute({ step }), say)).toMatchObject({
      heading: 'disputes.next.executed.heading',
      over: true,
      note: undefined,
    });
  });
});

it('Only an open offer of the other side can be accepted, and the newest of them', () => {
  const offer = (id: string, by: string, state: string) => ({ id, by, state });
  const offers = [
    offer('1', 'client', 'replaced'),
    offer('2', 'client', 'open'),
    offer('3', 'provider', 'open'),
  ];
  expect(openOfferTo(dispute({ offers }))?.id).toBe('2');
  expect(openOfferTo(dispute({ myRole: 'client', offers }))?.id).toBe('3');
  expect(openOfferTo(dispute({ offers: [offer('3', 'provider', 'open')] }))).toBeNull();
});
