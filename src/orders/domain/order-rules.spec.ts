import { placedOrder, SAMPLE_LINE } from '../../../test/support/order-samples.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { checkParties, checkTerms } from './order-rules.js';
import { type NewTerms } from './trade-order.js';

const GOOD: NewTerms = { ...placedOrder(), currency: 'USD' };

function faultsOf(check: (check: InputCheck) => void): string[] {
  const collected = new InputCheck();
  check(collected);
  try {
    collected.done();
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

const faults = (change: Partial<NewTerms>) =>
  faultsOf((check) => {
    checkTerms(check, { ...GOOD, ...change });
  });
const line = (change: Partial<NewTerms['lines'][number]>) => faults({ lines: [{ ...SAMPLE_LINE, ...change }] });
const money = (amount: string, currency = 'USD') => Money.parse(amount, currency);
const { freight, route } = GOOD;

describe('an order', () => {
  it('that is in order has no faults', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[why: string, change: Partial<NewTerms>, expected: string[]]>([
    [
      'is in CNY and planned at another rate than 1',
      { currency: 'CNY', lines: [{ ...SAMPLE_LINE, total: money('10000.00', 'CNY') }] },
      ['/fx/planRate not_at_par'],
    ],
    ['wants a refund of a market purchase', { salesChannel: '1039' }, ['/refund/mode no_refund_in_channel']],
    ['is a market purchase', { salesChannel: '1039', refund: { mode: 'none', advance: false } }, []],
    ['goes to a company by e-commerce', { salesChannel: '9710' }, []],
    ['goes to a warehouse abroad', { salesChannel: '9810' }, []],
    ['goes by another channel', { salesChannel: '9610' }, ['/salesChannel channel_not_offered']],
    [
      'wants an advance on nothing',
      { refund: { mode: 'none', advance: true } },
      ['/refund/advance nothing_to_advance'],
    ],
    ['is planned at no rate', { fx: { conversion: 'automatic', planRate: '0' } }, ['/fx/planRate not_positive']],
    ['leaves from abroad', { route: { ...route, portOfLoading: 'DEHAM' } }, ['/route/portOfLoading not_in_china']],
    ['stays at home', { route: { ...route, destinationCountry: 'CN' } }, ['/route/destinationCountry not_abroad']],
    [
      'flies under a term for ships',
      { route: { ...route, transportMode: 'air' }, freight: { ...freight, by: 'other', mode: null, containers: [] } },
      ['/incoterm sea_only'],
    ],
    ['has full containers, but none', { freight: { ...freight, containers: [] } }, ['/freight/containers too_few']],
    [
      'has containers for part of one',
      { freight: { ...freight, mode: 'lcl' } },
      ['/freight/containers not_applicable'],
    ],
    [
      'names a container nobody builds',
      { freight: { ...freight, containers: [{ sizeType: '2ZZZ', count: 1 }] } },
      ['/freight/containers/0/sizeType invalid_size_type'],
    ],
    [
      'does not say how we are to book',
      { freight: { ...freight, mode: null, containers: [] } },
      ['/freight/mode required'],
    ],
    [
      'sells CIF and names neither carriage nor insurance',
      { incoterm: 'CIF', freight: { ...freight, by: 'other', mode: null, containers: [] } },
      ['/freight/freightCharge required', '/freight/insuranceCharge required'],
    ],
    [
      'sells FOB and charges the carriage',
      { freight: { ...freight, freightCharge: money('900.00') } },
      ['/freight/freightCharge not_applicable'],
    ],
    [
      'charges in a third currency',
      { incoterm: 'CFR', freight: { ...freight, freightCharge: money('900.00', 'EUR') } },
      ['/freight/freightCharge currency_mismatch'],
    ],
  ])('that %s is refused', (_why, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it.each<[why: string, change: Partial<NewTerms['lines'][number]>, expected: string[]]>([
    ['adds up wrong by two cents', { total: money('10000.02') }, ['/lines/0/total total_mismatch']],
    ['is in another currency', { total: money('10000.00', 'EUR') }, ['/lines/0/total/currency currency_mismatch']],
    ['weighs more without its boxes', { netWeightKg: '9000.001' }, ['/lines/0/netWeightKg net_above_gross']],
    ['has a second quantity without unit', { secondUnit: null }, ['/lines/0/secondUnit required']],
    ['has a second unit without quantity', { secondQuantity: null }, ['/lines/0/secondQuantity required']],
    ['is of chapter 00', { hsCode: '0016609000' }, ['/lines/0/hsCode no_such_chapter']],
    ['is nothing', { quantity: '0' }, ['/lines/0/quantity not_positive', '/lines/0/total total_mismatch']],
    [
      'is bought at 13 instead of 0.13',
      { purchase: { amountExVat: money('1.00', 'CNY'), vatRate: '13' } },
      ['/lines/0/purchase/vatRate out_of_range'],
    ],
  ])('with a line that %s is refused', (_why, change, expected) => {
    expect(line(change)).toEqual(expected);
  });

  it.each([
    ['10000.01', '10'],
    ['9999.99', '10'],
    ['3333.33', '3.33333'],
  ])('with a total of %s for 1000 × %s is within a cent', (total, unitPrice) => {
    expect(line({ total: money(total), unitPrice })).toEqual([]);
  });

  it('in yen may be off by one yen, the smallest coin there is', () => {
    const yen = { ...SAMPLE_LINE, unitPrice: '10.0005', total: money('10000', 'JPY') };
    expect(faults({ currency: 'JPY', lines: [yen] })).toEqual([]);
  });

  it('is told of every fault at once', () => {
    expect(
      faults({ salesChannel: '9610', lines: [{ ...SAMPLE_LINE, hsCode: '9999999999', netWeightKg: '0' }] }),
    ).toEqual([
      '/salesChannel channel_not_offered',
      '/lines/0/netWeightKg not_positive',
      '/lines/0/hsCode no_such_chapter',
    ]);
  });
});

describe('the parties of an order', () => {
  const trader = { kind: 'seller', enterpriseKind: 'trading' };
  const maker = { kind: 'seller', enterpriseKind: 'manufacturer' };
  const buyer = { kind: 'buyer', enterpriseKind: null };
  const parties = (
    mode: NewTerms['refund']['mode'],
    ...pair: [typeof trader | undefined, typeof buyer | typeof trader | undefined]
  ) =>
    faultsOf((check) => {
      checkParties(check, { ...GOOD, refund: { mode, advance: false } }, ...pair);
    });

  it.each([
    ['trading', trader, []],
    ['trading', maker, ['/refund/mode not_for_this_seller']],
    ['manufacturer', maker, []],
    ['manufacturer', trader, ['/refund/mode not_for_this_seller']],
    ['agency', maker, []],
    ['agency', trader, ['/refund/mode not_for_this_seller']],
    ['none', trader, []],
  ] as const)('refund mode %s for %o: %j', (mode, seller, expected) => {
    expect(parties(mode, seller, buyer)).toEqual(expected);
  });

  it('must exist and be what they are taken for', () => {
    expect(parties('none', undefined, undefined)).toEqual(['/sellerId unknown_party', '/buyerId unknown_party']);
    expect(parties('none', trader, trader)).toEqual(['/buyerId unknown_party']);
  });
});
