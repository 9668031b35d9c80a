import { Decimal } from '../../kernel/decimal.js';
import { bought, BOXES, cny, EXPORTER, FACTORY, item, KILOGRAMS, match, taken, told, usd } from '../testing/exports.js';
import { isComplete } from './match-export.js';
import { SAY } from './tax-refund.sentences.js';

describe('An export, its invoice and its collection', () => {
  it('agree: the claim can be made', () => {
    const result = match([bought('1000', '60000.00')]);
    expect(isComplete(result)).toBe(true);
    expect(result.findings).toEqual([]);
    expect(taken(result)).toEqual([['1000 for 60000.00']]);
  });

  it.each([
    ['counted in kilograms', [bought('8000', '60000.00', { unit: KILOGRAMS })], [['8000 for 60000.00']]],
    [
      'on two invoices',
      [bought('400', '24000.00'), bought('600', '36000.00')],
      [['400 for 24000.00', '600 for 36000.00']],
    ],
    ['without naming the order line', [bought('1000', '60000.00', { orderLineNumber: null })], [['1000 for 60000.00']]],
    [
      'printed with its tax category',
      [bought('1000', '60000.00', { goodsName: '*家用电器*电烤箱 ' })],
      [['1000 for 60000.00']],
    ],
  ])('agree where the purchase is %s', (_why, lines, expected) => {
    const result = match(lines);
    expect([isComplete(result), taken(result), told(result.findings)]).toEqual([true, expected, []]);
  });

  it('wait for the rest of the invoices', () => {
    const result = match([bought('300', '18000.00')]);
    expect(isComplete(result)).toBe(false);
    expect(result.missing).toEqual([
      {
        fact: 'invoice',
        lineNumber: 1,
        detail: SAY.invoices_for_line({ line: 1, goods: '电烤箱', found: '300', quantity: '1000', unit: '001' }),
      },
    ]);
  });

  it('wait for the buyer', () => {
    const result = match([bought('1000', '60000.00')], { shortfall: null });
    expect([isComplete(result), result.missing.map(({ fact }) => fact)]).toEqual([false, ['collection']]);
    expect(told(result.findings)).toEqual(['collection warn']);
  });

  it.each([
    ['2027-04-30', 'collection warn', 'on its last day'],
    ['2027-05-01', 'collection block', 'on the day after'],
  ])('on %s say %s of what nobody has paid: %s', (today, finding) => {
    const open = match([bought('1000', '60000.00')], { shortfall: null, today, waitsForCollection: false });
    expect([told(open.findings), open.missing]).toEqual([[finding], []]);
  });

  it.each([
    ['names another HS code', bought('1000', '60000.00', { hsCode: '8516800000' }), 'hs_code block'],
    ['counts in boxes', bought('100', '60000.00', { unit: BOXES }), 'unit block'],
    ['is made out to somebody else', bought('1000', '60000.00', { buyerTaxNumber: FACTORY }), 'parties block'],
    ['is an agency invoice', bought('1000', '60000.00', { kind: 'agency_refund' }), 'parties block'],
  ])('do not agree where the only invoice %s', (_why, line, finding) => {
    const result = match([line]);
    expect(isComplete(result)).toBe(false);
    expect(told(result.findings)).toEqual([finding]);
    expect(result.missing.map(({ fact }) => fact)).toEqual(['invoice']);
  });

  it('agree all the same where a wrong invoice was replaced by a right one', () => {
    const result = match([bought('100', '60000.00', { unit: BOXES }), bought('1000', '60000.00')]);
    expect([isComplete(result), told(result.findings)]).toEqual([true, ['unit warn']]);
  });

  it.each([
    ['the names differ', [bought('1000', '60000.00', { goodsName: '微波炉' })], {}, 'goods_name warn'],
    ['the invoice is a year old', [bought('1000', '60000.00', { issuedOn: '2025-11-10' })], {}, 'dates warn'],
    ['the buyer paid short', [bought('1000', '60000.00')], { shortfall: usd('25.00') }, 'collection warn'],
    [
      'the supplier is a small taxpayer',
      [bought('1000', '60000.00', { vatRate: new Decimal('0.03') })],
      {},
      'vat_rate warn',
    ],
    [
      'an invoice fits no item',
      [bought('1000', '60000.00'), bought('5', '1.00', { orderLineNumber: 7 })],
      {},
      'hs_code warn',
    ],
  ])('agree with a warning where %s', (_why, lines, change, finding) => {
    const result = match(lines, change);
    expect([isComplete(result), told(result.findings)]).toEqual([true, [finding]]);
  });

  it.each([
    ['market purchase (1039) is never refunded', {}, { supervisionMode: '1039' }, 'supervision_mode block'],
    ['no rate is known', { refundRate: null }, {}, 'refund_rate block'],
  ])('do not agree where %s', (_why, line, change, finding) => {
    const result = match([bought('1000', '60000.00')], { lines: [item(1, line)], ...change });
    expect([isComplete(result), told(result.findings)]).toEqual([false, [finding]]);
  });

  it('do not agree where one item was bought at two VAT rates', () => {
    const result = match([bought('500', '30000.00'), bought('500', '30000.00', { vatRate: new Decimal('0.03') })]);
    expect([isComplete(result), told(result.findings)]).toEqual([false, ['vat_rate block']]);
  });

  it('leave out goods whose refund was cancelled, and need no invoice for them', () => {
    const lines = [item(1), item(2, { hsCode: '8541430000', refundRate: new Decimal(0) })];
    const result = match([bought('1000', '60000.00')], { lines });
    expect(isComplete(result)).toBe(true);
    expect(result.matched.map(({ line }) => line.lineNumber)).toEqual([1]);
    const alone = match([], { lines: lines.slice(1) });
    expect([isComplete(alone), told(alone.findings)]).toEqual([false, ['refund_rate warn', 'refund_rate block']]);
  });
});

describe('A purchase that is larger than the export', () => {
  it('is claimed in the share that was exported: base × exported / purchased', () => {
    const result = match([bought('3000', '100000.00')]);
    expect([isComplete(result), told(result.findings)]).toEqual([true, ['quantity split']]);
    expect(taken(result)).toEqual([['1000 for 33333.33']]);
  });

  it('gives its last part what is left, so that the parts are the whole', () => {
    const line = { freeQuantity: new Decimal(1_000), freeAmount: cny('33333.34') };
    expect(taken(match([bought('3000', '100000.00', line)]))).toEqual([['1000 for 33333.34']]);
  });

  it('serves two items of the same code one after the other', () => {
    const lines = [item(1), item(2)];
    const result = match([bought('2000', '100.01', { orderLineNumber: null })], { lines });
    // Half of 100.01 is 50.005: half up to the first, the rest to the second.
    expect(taken(result)).toEqual([['1000 for 50.01'], ['1000 for 50.00']]);
    // Nothing of it is left: no share is spoken of.
    expect(told(result.findings)).toEqual([]);
  });

  it('takes the oldest invoice first', () => {
    const result = match([bought('1000', '70000.00', { issuedOn: '2026-11-12' }), bought('1000', '60000.00')]);
    expect(taken(result)).toEqual([['1000 for 60000.00']]);
  });
});

describe('An agency invoice', () => {
  const agency = (amount: string, fxRate = '7.0827') =>
    match(
      [
        bought('1000', amount, {
          kind: 'agency_refund',
          fxRate: new Decimal(fxRate),
          sellerTaxNumber: EXPORTER,
          buyerTaxNumber: FACTORY,
        }),
      ],
      { regime: 'agency' },
    );

  it.each([
    ['70827.00', true, [], 'FOB × rate'],
    ['70827.01', true, [], 'one fen more'],
    ['70827.02', false, ['agency_amount block'], 'two fen more'],
    ['62678.76', false, ['agency_amount block'], 'FOB × rate / 1.13, the usual mistake'],
  ])('for %s CNY is complete: %s, with %j: %s', (amount, complete, findings) => {
    const result = agency(amount);
    expect([isComplete(result), told(result.findings)]).toEqual([complete, findings]);
  });

  it('is issued by the manufacturer, to whom the refund belongs', () => {
    const line = bought('1000', '70827.00', { kind: 'agency_refund', fxRate: new Decimal('7.0827') });
    expect(told(match([line], { regime: 'agency' }).findings)).toEqual(['parties block']);
  });
});

describe('A manufacturer', () => {
  it('needs no purchase invoices', () => {
    const result = match([], { regime: 'manufacturer' });
    expect([isComplete(result), taken(result)]).toEqual([true, [[]]]);
  });
});
