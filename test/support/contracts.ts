import { twoMilestones, type Known } from './market';

/** The client's offer of a contract on this proposal, signed with the own name. */
export const offerOn = (
  proposalId: string,
  by: Known,
  signature: string = by.name,
  changes: object = {},
) =>
  by.post('/api/contracts', {
    ...{ proposalId, message: 'Glad to work with you.', milestones: twoMilestones },
    signature,
    ...changes,
  });

/** What the page of a contract shows to this reader. */
export interface Hub {
  readonly milestones: { id: string; state: string }[];
  readonly timeline: { kind: string; proof: { stream: string; version: number } }[];
}
export const hubOf = async (id: string, reader: Known) =>
  (await reader.get(`/api/contracts/${id}`)).body as unknown as Hub;
