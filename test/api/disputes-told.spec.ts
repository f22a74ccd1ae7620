import { TestApp } from '../support/app';
import { kindsOfBytes, Sender } from '../support/files';
import {
  disputeScene,
  fundedDeal,
  key,
  openedDispute,
  percent,
  type Scene,
} from '../support/disputes';

let app: TestApp;
let scene: Scene;
beforeAll(async () => {
  app = await TestApp.start();
  scene = await disputeScene(app);
});
afterAll(() => app.stop());

const inboxOf = async (who: Scene['client']) => {
  const { body } = await who.get('/api/notifications');
  const items = body['items'] as { kind: string; link: string; variables: object }[];
  return items.filter(({ kind }) => kind.startsWith('dispute_'));
};
const mailsTo = async (who: Scene['client']) => {
  const rows = await app.database.query<{ kind: string }>(
    `select kind from mail_log where account_id = $1 and kind like 'dispute%'`,
    [who.id],
  );
  return rows.map(({ kind }) => kind);
};

describe('a dispute is told', () => {
  it('to the other side at once, before the deadline, and to both when it is over', async () => {
    const { client, provider } = scene;
    const deal = await fundedDeal(app, scene);
    const id = await openedDispute(app, client, deal);
    expect(await inboxOf(provider)).toMatchObject([
      {
        kind: 'dispute_opened',
        link: `/disputes/${id}`,
        variables: { other: 'Noor Clinic', amount: '₹60,000.00' },
      },
    ]);
    expect(await inboxOf(client)).toEqual([]);
    await app.passDays(6.1);
    expect((await inboxOf(provider)).map(({ kind }) => kind)).toEqual([
      ...['dispute_answer_due', 'dispute_answer_due', 'dispute_answer_due', 'dispute_opened'],
    ]);
    await provider.post(`/api/disputes/${id}/answer`, { text: 'It works.', files: [] });
    const offer = { split: percent(80), note: '' };
    const { body } = await provider.post(`/api/disputes/${id}/offers`, offer);
    const path = `/api/disputes/${id}/offers/${String(body['id'])}/accept`;
    expect(await client.post(path, undefined, key())).toMatchObject({ status: 204 });
    await app.settle();
    for (const side of [client, provider])
      expect(await mailsTo(side)).toEqual(
        expect.arrayContaining(['dispute_settled', 'dispute_executed']),
      );
    expect(await mailsTo(client)).toEqual(
      expect.arrayContaining(['dispute_answered', 'dispute_offer_made']),
    );
    expect(await mailsTo(provider)).not.toContain('released');
  });

  it('in one mail where a text and a file of it came together', async () => {
    const { client, provider } = scene;
    const deal = await fundedDeal(app, scene);
    const id = await openedDispute(app, client, deal);
    const sender = await Sender.to(app);
    const { id: file } = await sender.whole(client, {
      ...{ name: 'bug.png', bytes: kindsOfBytes.png, purpose: 'evidence' },
    });
    const before = (await mailsTo(provider)).length;
    const wish = { text: 'This is how it looks.', files: [file] };
    const answer = await client.post(`/api/disputes/${id}/evidence`, wish);
    expect(answer.status).toBeLessThan(300);
    await app.settle();
    expect((await mailsTo(provider)).slice(before)).toEqual(['dispute_evidence_added']);
  });
});
