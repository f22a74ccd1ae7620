import type { Action } from '@ngrx/store';
import { ConsoleActions, disputesFeature } from './disputes.store';

type State = ReturnType<typeof disputesFeature.reducer>;
const after = (...actions: Action[]): State =>
  actions.reduce<State | undefined>(disputesFeature.reducer, undefined) as State;
const note = ConsoleActions.act({ disputeId: 'd1', deed: { kind: 'note', text: 'Read twice.' } });
const problem = { status: 403, code: 'disputes.conflict', title: '', errors: [] };

describe('The console of a dispute', () => {
  it('lets only the button of the deed wait', () => {
    expect(after(note).busy).toBe('note');
    expect(after(note, ConsoleActions.done({ kind: 'note', waits: false })).busy).toBeNull();
  });

  it('shows a refusal where it was met, until the next deed or until it was read', () => {
    const refused = ConsoleActions.refused({ kind: 'assign', problem });
    expect(after(refused).refused).toEqual({ kind: 'assign', problem });
    expect(after(refused, note).refused).toBeNull();
    expect(after(refused, ConsoleActions.problemRead()).refused).toBeNull();
  });

  it('begins anew with another case', () => {
    const opened = ConsoleActions.opened();
    expect(after(note, opened)).toEqual({ busy: null, refused: null });
  });
});
