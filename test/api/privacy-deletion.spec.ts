import { EndedSessions } from '@kernel/ended-sessions';
import { agreed, key } from '../support/approvals';
import { auditedApp } from '../support/audit';
import { exported, verify } from '../support/exports';
import { inr, known, type Known } from '../support/market';
import { Member } from '../support/members';
import { balance, expectZero, fundedContract } from '../support/money';

let house: Awaited<ReturnType<typeof auditedApp>>;
let compliance: Known;
beforeAll(async () => {
  house = await auditedApp();
  compliance = await known(house.app, 'Cora Lind', ['compliance']);
});
afterAll(() => house.stop());

const proof = (who: Known) => Member.proofOf(house.app, who.id, 'delete_account');
const ask = (who: Known) => who.post('/api/privacy/deletion', {}, proof(who));

async function mailsTo({ id }: { id: string }): Promise<string[]> {
  const rows = await house.app.database.query<{ kind: string }>(
    `select kind from mail_log where account_id = $1 order by queued_at, id`,
    [id],
  );
  return rows.map(({ kind }) => kind);
}

async function nameOf({ id }: { id: string }): Promise<string | undefined> {
  const [row] = await house.app.database.query<{ name: string }>(
    'select name from accounts where id = $1',
    [id],
  );
  return row?.name;
}

const shown = async (who: Known) => (await who.get('/api/privacy')).body;

describe('deleting one’s account', () => {
  it('leaves money that adds up, proofs that hold and a pseudonym in every export', async () => {
    const client = await known(house.app, 'Canary Client', ['client']);
    const provider = await known(house.app, 'Canary Provider', ['provider']);
    const { contractId, milestoneIds } = await fundedContract(house.app, client, provider);
    const [milestoneId = ''] = milestoneIds;
    const path = `/api/escrow/${contractId}/milestones/${milestoneId}`;
    await provider.post(`${path}/deliver`, { note: 'Done.', files: [] }, key());
    const release = Member.proofOf(house.app, client.id, 'release');
    const whole = { amount: inr(1_000_000) };
    const released = await client.post(`${path}/release`, whole, { ...key(), ...release });
    expect(released.status).toBeLessThan(300);
    await house.app.settle();
    await emptied(provider);
    await emptied(client);
    expect(await ask(provider)).toMatchObject({ status: 200 });
    await house.app.passDays(30);
    await expectZero(house.app);
    const bytes = await exported(house);
    expect(verify(house, bytes)).toMatchObject({ exit: 0, findings: [] });
    expect(bytes.toString('latin1')).toContain(provider.id);
    expect(bytes.toString('latin1')).not.toContain('Canary Provider');
  }, 60_000);

  it('is asked for by whoever proves again who they are, once', async () => {
    const person = await known(house.app, 'Ines Duarte', ['client']);
    expect(await person.post('/api/privacy/deletion')).toMatchObject({
      body: { code: 'accounts.step_up_required' },
    });
    expect(await ask(person)).toMatchObject({ status: 200 });
    expect(await ask(person)).toMatchObject({ body: { code: 'privacy.deletion_scheduled' } });
  });

  it('names what stands in the way before it is asked for', async () => {
    const client = await known(house.app, 'Omar Haddad', ['client']);
    const provider = await known(house.app, 'Lina Ortiz', ['provider']);
    await fundedContract(house.app, client, provider);
    await house.app.settle();
    expect(await shown(client)).toMatchObject({ obstacles: ['escrow_open'], deletion: null });
    expect(await ask(client)).toMatchObject({ body: { code: 'privacy.escrow_open' } });
    const free = await known(house.app, 'Pia Novak', ['client']);
    const hold = { accountId: free.id, reason: 'litigation', note: 'A court asks.' };
    await compliance.post('/api/admin/privacy/holds', hold);
    expect(await ask(free)).toMatchObject({ body: { code: 'privacy.legal_hold' } });
    expect(await ask(compliance)).toMatchObject({ body: { code: 'privacy.staff' } });
  });

  it('leaves a month to think again; whoever does keeps everything', async () => {
    const person = await known(house.app, 'Rosa Lindqvist', ['client']);
    await ask(person);
    expect(await shown(person)).toMatchObject({
      deletion: { dueAt: expect.any(String) as string },
    });
    expect(await person.post('/api/privacy/deletion/cancel')).toMatchObject({ status: 204 });
    expect(await person.post('/api/privacy/deletion/cancel')).toMatchObject({
      body: { code: 'privacy.no_deletion' },
    });
    await house.app.passDays(31);
    expect(await person.get('/api/accounts/me')).toMatchObject({ status: 200 });
    expect(await mailsTo(person)).toEqual(['deletion_scheduled', 'deletion_cancelled']);
  });

  it('is carried out after thirty days, and not one day before', async () => {
    const member = await Member.signedUp(house.app, ['client']);
    await house.app.settle();
    const post = { ...member.proof('delete_account') };
    await member.post('/api/privacy/deletion', {}, member.jar, post);
    await house.app.passDays(29);
    expect(await member.get('/api/accounts/me')).toMatchObject({ status: 200 });
    await house.app.passDays(23.5 / 24);
    const last = await house.app.database.query(
      `select 1 from mail_log where account_id = $1 and kind = 'deletion_near'`,
      [member.id],
    );
    expect(last).toHaveLength(1);
    await house.app.passDays(1 / 24);
    await house.app.app.get(EndedSessions).look();
    expect(await member.get('/api/accounts/me')).toMatchObject({ status: 401 });
    expect(await nameOf(member)).toBe('Former member');
    expect(await mailsTo(member)).toEqual(['account_gone']);
    const { body } = await compliance.get('/api/admin/privacy/erasures');
    expect(body['items']).toContainEqual(
      expect.objectContaining({ accountId: member.id, state: 'erased', approvalId: null }),
    );
  });

  it('waits day by day while a hold was placed meanwhile', async () => {
    const person = await known(house.app, 'Sven Aalto', ['client']);
    await ask(person);
    const hold = { accountId: person.id, reason: 'investigation', note: 'We look.' };
    const { body } = await compliance.post('/api/admin/privacy/holds', hold);
    await house.app.passDays(30);
    expect(await nameOf(person)).toBe('Sven Aalto');
    await compliance.post(`/api/admin/privacy/holds/${String(body['id'])}/lift`);
    await house.app.passDays(1);
    expect(await nameOf(person)).toBe('Former member');
  });

  /** Finance empties a wallet, so that nothing is owed. */
  async function emptied({ id }: Known): Promise<void> {
    const left = await balance(house.app, `wallet:${id}:available`);
    if (left === 0) return;
    const maker = await known(house.app, 'Meera Joshi', ['finance_maker']);
    const checker = await known(house.app, 'Chandan Pillai', ['finance_checker']);
    const legs = [
      { account: `wallet:${id}:available`, amount: inr(-left) },
      { account: 'suspense', amount: inr(left) },
    ];
    const wish = { legs, effectiveAt: new Date().toISOString(), reason: 'Paid out by hand' };
    const { body } = await maker.post('/api/admin/journals', wish, key());
    await house.app.settle();
    expect(await agreed(house.app, checker, String(body['approvalId']))).toBe('executed');
  }
});
