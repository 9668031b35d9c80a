import { boundedTable } from './sheet.js';

const table = (count: number) =>
  boundedTable({
    ...{ caption: 'Goods', columns: [1, 2].map((share) => ({ title: 'T', share })), totals: ['', 'all'] },
    rows: Array.from({ length: count }, (_none, index) => [String(index), 'x']),
  });

describe('A table of a paper', () => {
  it('shows a thousand rows, and says how many there are beside', () => {
    expect(table(1_000).rows).toHaveLength(1_000);
    const { rows, totals } = table(1_250);
    expect([rows.length, rows.at(-1), totals]).toEqual([1_001, ['…', '+ 250'], ['', 'all']]);
  });
});
