import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { clearanceChannels, type GoodsToClear } from './clearance-channels.js';
import { MODES } from './modes/modes.js';

const goods = (supervisionMode: string, amount: string, change: Partial<GoodsToClear> = {}): GoodsToClear => ({
  supervisionMode,
  value: Money.parse(amount, supervisionMode === '1039' ? 'USD' : 'CNY'),
  ...change,
});

describe('The channels of customs clearance', () => {
  it.each([
    ['9710', '5000.00', {}, ['declaration', 'list'], []],
    ['9710', '5000.01', {}, ['declaration'], ['value_limit']],
    ['9810', '1.00', { taxInvolved: true, licenceRequired: true }, ['declaration'], ['licence', 'tax']],
    ['9810', '5000.01', { inspectionRequired: true }, ['declaration'], ['value_limit', 'inspection']],
    ['1039', '150000.00', {}, ['declaration'], []],
    ['1039', '150000.01', { licenceRequired: true }, [], ['value_limit']],
    ['9610', '999999.00', { taxInvolved: true }, ['list'], []],
    ['0110', '999999.00', { licenceRequired: true }, ['declaration'], []],
  ] as const)('of %s at %s %j are %j', (mode, amount, change, channels, reasons) => {
    const found = clearanceChannels(goods(mode, amount, change));
    expect(found.channels).toEqual(channels);
    expect(found.excluded.flatMap((each) => each.reasons)).toEqual(reasons);
  });

  it('agree with what each mode says of itself', () => {
    for (const { code, trades } of MODES) {
      for (const trade of trades) expect(clearanceChannels(goods(code, '1.00')).channels).toEqual(trade.channels);
    }
  });

  it.each([
    ['another currency than that of the limit', { value: Money.parse('1.00', 'USD') }, '/value'],
    ['a value below zero', { value: Money.parse('-1.00', 'CNY') }, '/value'],
    ['a day before there was such a mode', { declaredOn: '2020-06-30' }, '/declaredOn'],
  ])('refuse %s', (_what, change, pointer) => {
    const refused = () => clearanceChannels({ ...goods('9710', '1.00'), ...change });
    expect(refused).toThrow(InvalidInputError);
    expect(refused).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ pointer })] }) as Error);
  });
});
