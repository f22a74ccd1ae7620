import { inFile, money, type Planted } from './planted-in';

export const rounding: readonly Planted[] = [
  ...inFile('libs/money/money.ts')(
    [
      'a fee is rounded down',
      '((scaled * sign + 5_000n) / 10_000n)',
      '((scaled * sign) / 10_000n)',
    ],
    [
      'a fee is worked out as a float',
      'return money(((scaled * sign + 5_000n) / 10_000n) * sign, amount.currency);',
      'return money(BigInt(Math.round(Number(minor(amount)) * (basisPoints / 10_000))), amount.currency);',
    ],
    ['the rest of a division is lost', 'parts[index] = (parts[index] ?? 0n) + 1n;', ''],
    [
      'the rest of a division goes to the smallest remainder',
      'a.rest > b.rest ? -1 : 1',
      'a.rest > b.rest ? 1 : -1',
    ],
  ),
  ...inFile('libs/money/fees.ts')(
    [
      'the tax stays in the net',
      'net: subtract(gross, add(fee, tax))',
      'net: subtract(gross, fee)',
    ],
    [
      'the provider pays the rate of the client',
      'portion(gross, fees.providerFeeBps)',
      'portion(gross, fees.clientFeeBps)',
    ],
    ['a refund has the other part of the fee', '.slice(0, 1),', '.slice(1, 2),'],
  ),
];

export const escrows: readonly Planted[] = [
  ...inFile(`${money}/escrow/domain/escrow.ts`)(
    ['disputed money moves', "if (milestone.frozen) reject('escrow.frozen_by_dispute');", ''],
    ['held money leaves', "if (milestone.holds.length > 0) reject('escrow.held');", ''],
    [
      'a hold replaces another',
      'holds: [...holds, data.holdId]',
      'holds: holds.length > 0 ? [] : [data.holdId]',
    ],
    ['what a chargeback left is forgotten', ': { amount: left }),', ': {}),'],
  ),
  ...inFile(`${money}/escrow/domain/release.ts`)(
    [
      'a milestone is released twice',
      "if (isTerminal(milestone)) reject('escrow.already_released');",
      '',
    ],
    [
      'what was never funded is released',
      "if (milestone.state === 'pending') reject('escrow.not_funded');",
      '',
    ],
    [
      'another amount is released',
      "if (!equals(milestone.amount, amount)) reject('escrow.amount_mismatch');",
      '',
    ],
    ['anybody releases', 'if (open.clientId !== by) strangers(open, by);', ''],
    [
      'a closed escrow stops its deadlines for ever',
      "if (state.status === 'closed') return [];",
      '',
    ],
    [
      'an escrow closes with its first milestone',
      'milestones.every(isTerminal)',
      'milestones.some(isTerminal)',
    ],
    [
      'a deadline runs into a hold',
      'frozen || chargeback || holds.length > 0 ||',
      'frozen || chargeback ||',
    ],
    [
      'a release stays in escrow',
      "const released: EscrowEvent = { type: 'EscrowReleased', data: settled };",
      "const released: EscrowEvent = { type: 'EscrowReleased', data: { ...settled, gross: settled.net } };",
    ],
  ),
  ...inFile(`${money}/escrow/domain/work.ts`)(
    [
      'a milestone is funded twice',
      "if (milestone.state !== 'pending') reject('escrow.already_funded');",
      '',
    ],
    [
      'settled work is delivered again',
      "if (isTerminal(milestone)) reject('escrow.already_released');",
      '',
    ],
    [
      'the review takes a day less',
      'after(work.now, escrow.reviewDays)',
      'after(work.now, escrow.reviewDays - 1)',
    ],
  ),
  ...inFile(`${money}/escrow/domain/dispute.ts`)(
    [
      'what holds no money is disputed',
      "if (!disputable.includes(milestone.state)) reject('escrow.not_disputable');",
      '',
    ],
    ['a settled milestone is shared once more', 'isTerminal(milestone) ? [] : partsOf', 'partsOf'],
    ['a decision pays the provider only', '...(isPositive(toClient) ? [refunded] : []),', ''],
  ),
  ...inFile(`${money}/escrow/domain/booking.ts`)([
    'a refund moves no money',
    'journals.push(refundJournal(escrowId, fact));',
    '',
  ]),
  ...inFile(`${money}/escrow/domain/journals.ts`)(
    ['a refund keeps the tax', "leg('tax', 'client_tax_returned', negate(tax)),", ''],
    [
      'the tax of a release is a fee',
      "leg('tax', 'provider_tax', tax),",
      "leg('fees', 'provider_tax', tax),",
    ],
  ),
  ...inFile(`${money}/escrow/domain/chargeback.ts`)([
    'a chargeback takes what is gone',
    '!holding.includes(milestone.state)',
    'false',
  ]),
  ...inFile(`${money}/escrow/commands/release-milestone.ts`)([
    'a release has no key',
    'key: idempotencyKey, request }',
    'key: crypto.randomUUID(), request }',
  ]),
  ...inFile(`${money}/escrow/commands/carry-out-dispute.ts`)([
    'a decision does not wait for a hold',
    "new Set<string>(['escrow.held', ",
    'new Set<string>([',
  ]),
  ...inFile(`${money}/escrow/policies/execute-when-dispute-ends.ts`)([
    'a withdrawn dispute stays frozen',
    'this.commands.execute(new UnfreezeMilestones(contractId, disputeId)),',
    'Promise.resolve(void [UnfreezeMilestones, contractId, disputeId]),',
  ]),
];
