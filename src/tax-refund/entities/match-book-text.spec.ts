import { groupsOf } from './match-book-text.js';

const row = (...cells: readonly (string | number)[]) => cells.join('\u001f');
const item = (key: string, no: number) =>
  row(
    ...[key, no, `31042026079500000${no}001`, 'trading', '91330200MA2AEFJN86', '2026-11-20', '0110', '8516609000'],
    ...['电烤箱', '001', '100', '035', '800.5', '', '', 100_000, 'USD', '', '', 't'],
  );
const invoice = (key: string, no: number, seq = 0) =>
  row(
    ...[key, no, '26332000000000000001', no, 'special', 'good', '2026-11-10', '91330212MA2AF1XX2U'],
    ...['91330200MA2AEFJN86', '8516609000', '电烤箱', '001', '100', 600_000, '40', 240_000, seq, '0.13', ''],
  );
const paper = (key: string, no: number, seq = 0) =>
  row(
    ...[
      key,
      no,
      'payment_certificate',
      `33302126090000000${no}`,
      '2026-11-11',
      '91330212MA2AF1XX2U',
      '91330200MA2AEFJN86',
    ],
    ...['8516609000', '001', '100', 600_000, '0.1', '', 60_000, '40', 240_000, 24_000, seq],
  );
const paid = (key: string) => row(key, 'Hamburg Haushalt GmbH', 'f', 100_000, 'USD');

describe('The rows of a book', () => {
  it('are read key by key: of keys without an open item nothing is wanted, and a key may begin as another does', () => {
    const groups = [
      ...groupsOf({
        items: [item('B', 1), item('B', 2), item('B1', 3), item('D', 4)].join('\n'),
        invoices: [invoice('A', 1), invoice('B', 2), invoice('B1', 3), invoice('B1', 4, 2), invoice('C', 5)].join('\n'),
        collections: [paid('B1'), paid('E')].join('\n'),
        vouchers: '',
      }),
    ];
    expect(
      groups.map(({ items, invoices, collections }) => [
        items.map(({ no }) => no),
        invoices.map(({ id }) => id),
        collections.length,
      ]),
    ).toEqual([
      [['1', '2'], ['2'], 0],
      [['3'], ['3', '4'], 1],
      [['4'], [], 0],
    ]);
  });

  it('are papers of consumption tax too, with what is left of them, and why it is not claimed of an item', () => {
    const [group, other] = groupsOf({
      items: `${item('B', 1)}\n${item('C', 2)}\u001fNo 分割单`,
      invoices: '',
      collections: '',
      vouchers: `${paper('A', 1)}\n${paper('B', 2, 1)}`,
    });
    expect(group?.vouchers).toMatchObject([
      { id: '2', voucherNumber: '333021260900000002', orderLineNumber: null, amountPerUnit: null, seq: 1 },
    ]);
    const free = group?.vouchers[0]?.free;
    expect([free?.quantity.toFixed(), free?.taxable.minor, free?.tax.minor]).toEqual(['40', 240_000n, 24_000n]);
    expect([group, other].map((each) => each?.items[0]?.consumptionTaxWaiver)).toEqual([null, 'No 分割单']);
    expect(other?.vouchers).toEqual([]);
  });

  it('are read as they are, and of an invoice what is left where something was taken', () => {
    const [group] = groupsOf({
      items: item('B', 1),
      invoices: `${invoice('B', 2)}\n${invoice('B', 3, 1)}`,
      collections: '',
      vouchers: '',
    });
    expect(group?.items[0]?.quantities.map(({ quantity, unit }) => [quantity.toFixed(), unit])).toEqual([
      ['100', '001'],
      ['800.5', '035'],
    ]);
    expect(group?.items[0]).toMatchObject({ sourceDistrict: null, buyer: '', isCleared: true });
    expect(group?.invoices.map(({ freeQuantity, freeAmount }) => [freeQuantity.toFixed(), freeAmount.minor])).toEqual([
      ['100', 600_000n],
      ['40', 240_000n],
    ]);
    expect([...groupsOf({ items: '', invoices: invoice('B', 1), collections: '', vouchers: '' })]).toEqual([]);
  });
});
