import type { Action } from '@ngrx/store';
import type { DisputeView } from '@wire/dispute-case';
import { DisputeActions, disputesFeature, type DisputesState } from './disputes.store';

const view = { id: 'd1' } as DisputeView;
const refusal = { status: 409, code: 'disputes.offer_not_open', title: '', errors: [] };
const after = (...actions: Action[]): DisputesState =>
  actions.reduce<DisputesState | undefined>(disputesFeature.reducer, undefined) as DisputesState;
const looked = [DisputeActions.caseAsked({ disputeId: 'd1' }), DisputeActions.caseCame({ view })];

describe('The case file of a dispute', () => {
  it('stays in sight while it is asked for again, and another one does not', () => {
    expect(after(...looked, DisputeActions.caseAsked({ disputeId: 'd1' })).view).toBe(view);
    expect(after(...looked, DisputeActions.caseAsked({ disputeId: 'd2' })).view).toBeNull();
  });

  it('lets the button of a deed wait, and shows why it was refused', () => {
    const deed = { kind: 'decline_offer', offerId: 'o1' } as const;
    const acting = [...looked, DisputeActions.act({ disputeId: 'd1', deed })];
    expect(after(...acting).busy).toBe('decline_offer');
    expect(after(...acting, DisputeActions.refused({ problem: refusal }))).toMatchObject({
      busy: null,
      problem: refusal,
      view,
    });
    expect(after(...acting, DisputeActions.done({ kind: deed.kind })).busy).toBeNull();
  });

  it('forgets a refusal once it was read', () => {
    const read = [DisputeActions.refused({ problem: refusal }), DisputeActions.problemRead()];
    expect(after(...looked, ...read).problem).toBeNull();
  });
});
