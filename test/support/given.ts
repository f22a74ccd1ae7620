import type { Fact } from '@eventstore/record';
import type { Aggregate } from '@kernel/aggregate';
import { Rejection } from '@kernel/reject';

/** Business sentences for decisions: `given(aggregate, …facts).when(decide).then(…facts)`. */
export function given<State, F extends Fact>(aggregate: Aggregate<State, F>, ...before: F[]) {
  const state = before.reduce<State>((now, fact) => aggregate.evolve(now, fact), aggregate.initial);
  return {
    state,
    when<Outcome>(decide: (state: State) => Outcome) {
      const attempt = () => [decide(state)].flat() as F[];
      return {
        then: (...facts: F[]) => {
          expect(attempt()).toEqual(facts);
        },
        thenTypes: (...types: F['type'][]) => {
          expect(attempt().map(({ type }) => type)).toEqual(types);
        },
        thenRejects: (code: Rejection['code']) => {
          expect(attempt).toThrow(new Rejection(code));
        },
      };
    },
  };
}
