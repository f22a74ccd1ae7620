import { computed, DestroyRef, effect, inject, type Signal } from '@angular/core';
import { Store } from '@ngrx/store';
import type { ContractMilestone, ContractView } from '@wire/contracts';
import { EscrowActions, escrowFeature } from './escrow.store';

/** A milestone with its contract and its place in it: 1, 2, 3. */
export interface OpenMilestone {
  contract: ContractView;
  milestone: ContractMilestone;
  place: number;
}

/**
 * What the three pages on a milestone begin with: they follow its contract while they are open. Call
 * it in a field initialiser; the inputs come from the address.
 */
export function followMilestone(
  contractId: Signal<string>,
  milestoneId: Signal<string>,
): Signal<OpenMilestone | null> {
  const store = inject(Store);
  const found = store.selectSignal(escrowFeature.selectContract);
  effect(() => store.dispatch(EscrowActions.opened({ contractId: contractId() })));
  inject(DestroyRef).onDestroy(() => store.dispatch(EscrowActions.left()));
  return computed(() => {
    const contract = found();
    if (contract?.id !== contractId()) return null;
    const at = contract.milestones.findIndex(({ id }) => id === milestoneId());
    const milestone = contract.milestones[at];
    return milestone ? { contract, milestone, place: at + 1 } : null;
  });
}
