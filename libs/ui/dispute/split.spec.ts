import { money } from '@money';
import { standardFees } from '@money/fees';
import { allocationsOf, effectOf, exactly, percentOf, toClientOf, toProviderOf } from './split';

const inr = (rupees: string) => money(BigInt(rupees.replace('.', '')), 'INR');
const launch = { id: 'm2', title: 'Launch', amount: inr('60000.00') };
const odd = { id: 'm3', title: 'Odd', amount: inr('0.01') };

describe('A split of disputed money', () => {
  it('parts every milestone so that nothing is lost', () => {
    const parts = allocationsOf([launch, odd], { kind: 'percent', provider: 70 });
    expect(parts).toEqual([
      { milestoneId: 'm2', toProvider: inr('42000.00'), toClient: inr('18000.00') },
      { milestoneId: 'm3', toProvider: inr('0.01'), toClient: inr('0.00') },
    ]);
    expect(toProviderOf(parts)).toEqual(inr('42000.01'));
    expect(toClientOf(parts)).toEqual(inr('18000.00'));
  });

  it('says its share in whole percent, rounded down', () => {
    expect(percentOf(allocationsOf([launch], { kind: 'percent', provider: 70 }))).toBe(70);
    const nearly = [{ milestoneId: 'm2', toProvider: inr('41999.99'), toClient: inr('18000.01') }];
    expect(percentOf(nearly)).toBe(69);
    expect(percentOf([])).toBe(0);
  });

  it('goes to the server with the exact amounts that were shown', () => {
    const parts = allocationsOf([launch], { kind: 'percent', provider: 33 });
    expect(allocationsOf([launch], exactly(parts))).toEqual(parts);
  });

  it('gives nothing away of an amount that is more than there is', () => {
    const parts = [{ milestoneId: 'm2', toProvider: inr('60000.01') }];
    expect(allocationsOf([launch], { kind: 'amounts', milestones: parts })[0]?.toProvider).toEqual(
      inr('0.00'),
    );
  });
});

it('An outcome means fee and GST off for the provider, and fee and GST back for the client', () => {
  expect(effectOf([launch], { kind: 'percent', provider: 70 }, standardFees)).toEqual({
    disputed: inr('60000.00'),
    provider: {
      gross: inr('42000.00'),
      fee: inr('4200.00'),
      tax: inr('756.00'),
      net: inr('37044.00'),
    },
    client: {
      amount: inr('18000.00'),
      feeBack: inr('540.00'),
      taxBack: inr('97.20'),
      refund: inr('18637.20'),
    },
  });
  expect(effectOf([], { kind: 'percent', provider: 70 }, standardFees)).toBeNull();
});
