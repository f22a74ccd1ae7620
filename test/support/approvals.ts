import type { Answer } from './app';
import type { TestApp, Caller } from './app';

export interface Shown {
  readonly id: string;
  readonly action: string;
  readonly subject: string;
  readonly state: string;
  readonly failure: string | null;
  readonly payload: Record<string, unknown>;
  readonly payloadHash: string;
  readonly mayDecide: boolean;
  readonly checks: readonly { code: string; passed: boolean }[];
  readonly changes: readonly { field: string; before: string | null; after: string | null }[];
  readonly comment: string | null;
}

export const key = () => ({ 'idempotency-key': crypto.randomUUID() });

export const shownTo = async (reader: Caller, approvalId: string) =>
  (await reader.get(`/api/admin/approvals/${approvalId}`)).body as unknown as Shown;

/** The second person looks at it and says yes or no to exactly that. */
export async function decideAs(
  checker: Caller,
  approvalId: string,
  kind: 'approve' | 'deny' = 'approve',
): Promise<Answer> {
  const { payloadHash } = await shownTo(checker, approvalId);
  const input = { payloadHash, comment: 'Looked at it.' };
  return checker.post(`/api/admin/approvals/${approvalId}/${kind}`, input);
}

/** Agreed to and done; answers the state it came to. */
export async function agreed(app: TestApp, checker: Caller, approvalId: string): Promise<string> {
  const { status } = await decideAs(checker, approvalId);
  expect(status).toBe(204);
  await app.settle();
  return (await shownTo(checker, approvalId)).state;
}
