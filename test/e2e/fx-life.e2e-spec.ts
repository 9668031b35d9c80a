import { readFileSync } from 'node:fs';
import path from 'node:path';

import { FxDesk } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Transfers {
  readonly data: readonly {
    readonly kind: string;
    readonly postings: readonly {
      readonly code: string;
      readonly side: 'debit' | 'credit';
      readonly amount: { readonly amount: string; readonly currency: string };
    }[];
  }[];
}

/** The rows of the page, each as its cells. */
function written(): string[][] {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/fx.md'), 'utf8');
  const [, table = ''] = /<!-- life:begin -->([\s\S]*)<!-- life:end -->/.exec(page) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Transfers as the page shows them, the first first. */
function shown({ data }: Transfers): string[][] {
  return data.toReversed().flatMap(({ kind, postings }) =>
    postings.map(({ code, side, amount: { amount, currency } }, index) => {
      const money = `${amount.replace(/\B(?=(\d{3})+\.)/g, ',')} ${currency}`;
      return [index === 0 ? `\`${kind}\`` : '', `\`${code}\``, ...(side === 'debit' ? [money, ''] : ['', money])];
    }),
  );
}

describe('The life of a dollar', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  afterAll(() => platform.stop());

  it('is booked as the page says, from the notice to the payout', async () => {
    const desk = await FxDesk.open(platform);
    const order = await desk.order({ reference: 'SO-1001', conversion: 'automatic' });
    await desk.pay({ amount: '10000.00', remittance: 'SO-1001' });
    await desk.payouts(order, ([payout]) => payout?.state === 'confirmed');
    // The result is known when the settlement is heard of, which may be after the payout.
    const lines = await eventually(
      async () => shown(await desk.get<Transfers>('/v1/ledger/transfers?limit=100')),
      (found) => found.length === written().length,
    );
    expect(inGroups(lines)).toEqual(inGroups(written()));
    for (const [code, currency] of [
      ['client_funds', 'USD'],
      ['client_funds', 'CNY'],
      ['fx_position', 'USD'],
    ] as const) {
      expect(Number(await desk.balance(code, currency))).toBe(0);
    }
  });
});

/** Each transfer with its lines, whichever came first of those that do not wait for each other. */
function inGroups(rows: readonly string[][]): string[] {
  const groups: string[] = [];
  for (const row of rows) {
    if (row[0] !== '' || groups.length === 0) groups.push(row.join(' | '));
    else groups.push(`${groups.pop() ?? ''}\n${row.join(' | ')}`);
  }
  return groups.toSorted();
}
