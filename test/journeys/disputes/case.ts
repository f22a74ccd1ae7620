import type { World } from '../j1/world';
import type { Person } from '../person';

/** The dispute on the second milestone, and the people of the house who come to it. */
export interface Case {
  readonly world: World;
  readonly mediator: Person;
  readonly lead: Person;
  /** Two who had no part in the decision: the panel of the appeal. */
  readonly panel: readonly [Person, Person];
  disputeId: string;
}
