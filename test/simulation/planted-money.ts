import { inFile, money, type Planted } from './planted-in';

export const gateways: readonly Planted[] = [
  ...inFile(`${money}/payments/domain/deposit.ts`)(
    ['a deposit is captured twice', "if (open.status === 'captured') return [];", ''],
    [
      'a state of a deposit is said again',
      "payment.status === 'authorized' && open.status === 'created'",
      "payment.status === 'authorized'",
    ],
    [
      'more goes back than came in',
      "if (isGreater(amount, subtract(open.amount, taken))) reject('payments.exceeds_captured');",
      'void [isGreater, subtract, taken];',
    ],
    [
      'a refund that went through does not count',
      "refund.state !== 'failed'",
      "refund.state === 'requested'",
    ],
    [
      'a refund ends twice',
      "if (refund?.state !== 'requested') return [];",
      'if (!refund) return [];',
    ],
  ),
  ...inFile(`${money}/payments/commands/open-deposit.ts`)([
    'a repeated order is another deposit',
    "derivedId('deposit', clientId, idempotencyKey)",
    'crypto.randomUUID()',
  ]),
  ...inFile(`${money}/payments/commands/refund-deposit.ts`)([
    'a refund has no key',
    'key: idempotencyKey, request: { depositId, input }',
    'key: refundId, request: { depositId, input }',
  ]),
  ...inFile(`${money}/payments/commands/gateway-jobs.ts`)(
    [
      'a refund is sent without asking',
      'if (await this.gateway.findRefund(gatewayPaymentId, refundId)) return;',
      '',
    ],
    [
      'a refused refund stays under way',
      'await this.commands.execute(new SettleRefund(depositId, refundId, { code: error.message }));',
      'void SettleRefund;',
    ],
  ),
  ...inFile(`${money}/payouts/domain/payout.ts`)(
    [
      'a payout is paid twice',
      "['approved', 'processing', 'unknown', 'submitted']",
      "['approved', 'processing', 'unknown', 'submitted', 'paid']",
    ],
    [
      'a payout comes back twice',
      "if (open.status === 'paid' && word.status === 'reversed')",
      "if (word.status === 'reversed')",
    ],
    [
      'a payout is sent under another approval',
      "if (open.approvalId !== approvalId) reject('payouts.not_prepared');",
      '',
    ],
    [
      'a payout is never prepared again',
      "if (word.kind === 'lapsed') return [{ type: 'PayoutPreparationLapsed', data: own }];",
      "if (word.kind === 'lapsed') return [];",
    ],
    [
      'the limit of payouts is twice as high',
      'minor(amount) > approvalLimitMinor',
      'minor(amount) > approvalLimitMinor * 2n',
    ],
    [
      'a lost payout is never asked about',
      "return open.status === 'approved' ? [{ type: 'PayoutOutcomeUnknown', data: ids(open) }] : [];",
      "return [{ type: 'PayoutFailed', data: { ...ids(open), amount: open.amount, reason: 'lost' } }];",
    ],
  ),
  ...inFile(`${money}/payouts/domain/journals.ts`)([
    'a payout that came back stays at the bank',
    "'payout_returned', bank, available",
    "'payout_returned', held, available",
  ]),
  ...inFile(`${money}/payouts/adapters/razorpayx.ts`)([
    'the bank gets a new key each time',
    "'POST', '/v1/payouts', transfer, body, payoutId",
    "'POST', '/v1/payouts', transfer, body, crypto.randomUUID()",
  ]),
  ...inFile(`${money}/payouts/commands/request-payout.ts`)([
    'a payout has no key',
    'key: idempotencyKey, request: input',
    'key: payoutId, request: input',
  ]),
];

export const deciders: readonly Planted[] = [
  ...inFile(`${money}/chargebacks/domain/chargeback.ts`)(
    [
      'an old phase of a chargeback counts',
      'if (ranks[word.phase] < ranks[now.phase]) return [];',
      '',
    ],
    ['a question takes money', "phase !== 'retrieval' && outcome !== 'won'", "outcome !== 'won'"],
  ),
  ...inFile(`${money}/chargebacks/domain/parts.ts`)([
    'the wallet bears a chargeback first',
    'const [escrow, afterEscrow] = upTo(amount, limits.escrow);\n  const [wallet, afterWallet] = upTo(afterEscrow, limits.wallet);',
    'const [wallet, afterEscrow] = upTo(amount, limits.wallet);\n  const [escrow, afterWallet] = upTo(afterEscrow, limits.escrow);',
  ]),
  ...inFile(`${money}/chargebacks/commands/take-funds.ts`)([
    'each phase takes the money again',
    'if (state.taken || !owes(state)) return;',
    'if (!owes(state)) return;',
  ]),
  ...inFile(`${money}/approvals/domain/approval.ts`)(
    ['the maker is the checker', 'passed: open.makerId !== checkerId', 'passed: true'],
    [
      'an approval never expires',
      "status === 'requested' && now >= new Date(expiresAt)",
      'status === undefined && now >= new Date(expiresAt)',
    ],
    [
      'something else is approved',
      "if (verdict.payloadHash !== open.payloadHash) reject('approval.payload_changed');",
      '',
    ],
    [
      'an approval is open for three days',
      'export const openHours = 48;',
      'export const openHours = 72;',
    ],
  ),
  ...inFile(`${money}/approvals/commands/request-approval.ts`)([
    'an approval is bound to its subject only',
    'sha256(canonical(plain.payload))',
    'sha256(canonical(plain.subject))',
  ]),
  ...inFile(`${money}/journals/domain/journal.ts`)([
    'a journal is taken back by itself again',
    'amount: negate(amount) }',
    'amount: negate(negate(amount)) }',
  ]),
  ...inFile(`${money}/journals/commands/propose-journal.ts`)([
    'a repeated proposal is another journal',
    "derivedId('journal', this.context.actor.id, idempotencyKey)",
    'crypto.randomUUID()',
  ]),
  ...inFile(`${money}/disputes/domain/negotiation.ts`)([
    'a side accepts its own offer',
    "if (found.by === sideOf(open, by)) reject('disputes.own_offer');",
    '',
  ]),
  ...inFile(`${money}/disputes/domain/ruling.ts`)([
    'a large ruling needs nobody else',
    'minor(amount) > rulingLimitMinor',
    'minor(amount) > rulingLimitMinor * 100n',
  ]),
  ...inFile(`${money}/disputes/domain/split.ts`)([
    'a split gives the remainder twice',
    'toClient: subtract(amount, toProvider) }',
    'toClient: amount }',
  ]),
];
