import type { Fact, Journal, StreamFacts } from '@eventstore/record';

/** A kind of stream: its category, the empty state, and how a fact changes it. */
export interface Aggregate<State, F extends Fact> {
  readonly category: string;
  readonly initial: State;
  evolve(state: State, fact: F): State;
}

/** What a decision may come to. Plain facts go to the aggregate's own stream. */
export interface Decision<F extends Fact, Answer> {
  readonly facts: readonly F[];
  /** Facts for other streams, committed with these. */
  readonly elsewhere?: readonly StreamFacts[];
  readonly journals?: readonly Journal[];
  readonly answer?: Answer;
}
