import { StepUp } from '../../apps/api/src/people/accounts';
import { TestApp } from '../support/app';
import {
  balance,
  disputeScene,
  factsOf,
  fundedDeal,
  key,
  ledgerSum,
  percent,
  type Scene,
} from '../support/disputes';
import { inr } from '../support/market';

let app: TestApp;
let scene: Scene;
beforeAll(async () => {
  app = await TestApp.start();
  scene = await disputeScene(app);
});
afterAll(() => app.stop());

describe('a release and a dispute at the same moment', () => {
  it('have one winner: the money is paid out or frozen, never both', async () => {
    const { client, provider } = scene;
    const outcomes: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      await app.database.query('delete from rate_limits');
      const { contractId, milestones } = await fundedDeal(app, scene, [0, 1]);
      const before = Number(await balance(app, `wallet:${provider.id}`));
      const [milestoneId] = milestones;
      const { token } = app.app.get(StepUp).issue(client.id, 'release');
      const release = () =>
        client.post(
          `/api/escrow/${contractId}/milestones/${milestoneId}/release`,
          { amount: inr(4_000_000) },
          { ...key(), 'x-step-up': token },
        );
      const dispute = (by: typeof client) =>
        by.post(
          '/api/disputes',
          {
            ...{ contractId, milestoneIds: [milestoneId], category: 'quality' },
            ...{ reason: 'It does not work.', wish: percent(0), files: [] },
          },
          key(),
        );
      const answers = await Promise.all(
        round % 2 === 0 ? [release(), dispute(client)] : [dispute(client), release()],
      );
      await app.settle();
      const facts = await factsOf(app, `escrow-${contractId}`);
      const isFrozen = facts.includes('EscrowFrozen');
      const isReleased = facts.includes('EscrowReleased');
      expect([isFrozen, isReleased].filter(Boolean)).toHaveLength(1);
      const paid = Number(await balance(app, `wallet:${provider.id}`)) - before;
      expect(paid).toBe(isReleased ? 3_528_000 : 0);
      const won = answers.filter(({ status }) => status < 300);
      expect(won).toHaveLength(1);
      outcomes.push(isFrozen ? 'frozen' : 'released');
    }
    expect(await ledgerSum(app)).toBe('0');
    expect(outcomes).toHaveLength(8);
  });

  it('and two disputes of both sides: one is opened', async () => {
    await app.database.query('delete from rate_limits');
    const { client, provider } = scene;
    const { contractId, milestones } = await fundedDeal(app, scene);
    const input = {
      ...{ contractId, milestoneIds: [...milestones], category: 'scope', files: [] },
      ...{ reason: 'Not what was agreed.', wish: percent(50) },
    };
    const answers = await Promise.all(
      [client, provider, client, provider].map((by) => by.post('/api/disputes', input, key())),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const facts = await factsOf(app, `escrow-${contractId}`);
    expect(facts.filter((type) => type === 'EscrowFrozen')).toHaveLength(1);
  });
});
