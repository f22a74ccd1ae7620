import { money } from '@money';
import fc from 'fast-check';
import { given } from '../../../../../../test/support/given';
import {
  deposit,
  observe,
  requestRefund,
  settleRefund,
  type Deposit,
  type GatewayPayment,
} from './deposit';
import { booked } from './journals';
import type { PaymentEvent } from './payments.events';

const amount = money(4_141_600, 'INR');
const initiated: PaymentEvent = {
  type: 'DepositInitiated',
  data: {
    depositId: 'd1',
    clientId: 'client-1',
    contractId: 'c1',
    milestoneId: 'm1',
    gateway: 'razorpay',
    gatewayOrderId: 'order_1',
    amount,
  },
};
const said = (status: GatewayPayment['status'], id = 'pay_1'): GatewayPayment => ({
  id,
  status,
  amount,
  method: 'card',
  code: 'declined',
});
const captured = observe(given(deposit, initiated).state, said('captured'))[0] as PaymentEvent;
const hear = (state: Deposit, words: GatewayPayment[]): PaymentEvent[] => {
  const heard: PaymentEvent[] = [];
  for (const word of words) {
    const facts = observe(state, word);
    heard.push(...facts);
    state = facts.reduce((now, fact) => deposit.evolve(now, fact), state);
  }
  return heard;
};

describe('a deposit', () => {
  it('ends captured once, in whatever order and however often the gateway says it', () => {
    const words = [said('authorized'), said('captured'), said('failed', 'pay_0')];
    const story = fc.shuffledSubarray([...words, ...words, ...words], { minLength: 1 });
    fc.assert(
      fc.property(story, (heard) => {
        const facts = hear(given(deposit, initiated).state, heard);
        const captures = facts.filter(({ type }) => type === 'DepositCaptured');
        expect(captures).toHaveLength(heard.some(({ status }) => status === 'captured') ? 1 : 0);
        const after = facts.slice(facts.indexOf(captures[0]!) + 1);
        if (captures.length > 0) expect(after).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is still open for another attempt after one failed', () => {
    const state = given(deposit, initiated).state;
    expect(
      hear(state, [said('failed', 'pay_0'), said('captured')]).map(({ type }) => type),
    ).toEqual(['DepositFailed', 'DepositCaptured']);
  });

  it('never takes another amount for its own', () => {
    given(deposit, initiated)
      .when((now) => observe(now, { ...said('captured'), amount: money(100, 'INR') }))
      .thenRejects('payments.amount_mismatch');
  });

  it('gives back at most what came in', () => {
    const wish = { refundId: 'r1', amount, reason: 'changed my mind' };
    given(deposit, initiated)
      .when((now) => requestRefund(now, 'client-1', wish))
      .thenRejects('payments.not_captured');
    const first = requestRefund(given(deposit, initiated, captured).state, 'client-1', wish);
    given(deposit, initiated, captured, first)
      .when((now) =>
        requestRefund(now, 'client-1', { ...wish, refundId: 'r2', amount: money(1, 'INR') }),
      )
      .thenRejects('payments.exceeds_captured');
    given(deposit, initiated, captured)
      .when((now) => requestRefund(now, 'somebody', wish))
      .thenRejects('payments.not_found');
  });

  it('hears the outcome of a refund once, and a failed one frees the money again', () => {
    const wish = { refundId: 'r1', amount, reason: 'changed my mind' };
    const asked = requestRefund(given(deposit, initiated, captured).state, 'client-1', wish);
    const failed = settleRefund(given(deposit, initiated, captured, asked).state, 'r1', {
      code: 'no',
    });
    expect(failed.map(({ type }) => type)).toEqual(['DepositRefundFailed']);
    given(deposit, initiated, captured, asked, ...failed)
      .when((now) => settleRefund(now, 'r1', { gatewayRefundId: 'rfnd_1' }))
      .then();
    given(deposit, initiated, captured, asked, ...failed)
      .when((now) => requestRefund(now, 'client-1', { ...wish, refundId: 'r2' }))
      .thenTypes('DepositRefundRequested');
  });

  it('books every movement so that it sums to zero', () => {
    const asked = requestRefund(given(deposit, initiated, captured).state, 'client-1', {
      refundId: 'r1',
      amount,
      reason: 'x',
    });
    for (const { legs } of [captured, asked].flatMap((fact) => booked(fact).journals))
      expect(legs.reduce((total, leg) => total + leg.amountMinor, 0n)).toBe(0n);
  });
});
