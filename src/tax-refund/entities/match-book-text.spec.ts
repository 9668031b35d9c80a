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
const paid = (key: string) => row(key, 'Hamburg Haushalt GmbH', 'f', 100_000, 'USD');

describe('The rows of a book', () => {
  it('are read key by key: of keys without an open item nothing is wanted, and a key may begin as another does', () => {
    const groups = [
      ...groupsOf({
        items: [item('B', 1), item('B', 2), item('B1', 3), item('D', 4)].join('\n'),
        invoices: [invoice('A', 1), invoice('B', 2), invoice('B1', 3), invoice('B1', 4, 2), invoice('C', 5)].join('\n'),
        collections: [paid('B1'), paid('E')].join('\n'),
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

  it('are read as they are, and of an invoice what is left where something was taken', () => {
    const [group] = groupsOf({
      items: item('B', 1),
      invoices: `${invoice('B', 2)}\n${invoice('B', 3, 1)}`,
      collections: '',
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
    expect([...groupsOf({ items: '', invoices: invoice('B', 1), collections: '' })]).toEqual([]);
  });
});
