import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

import { DeclarationDesk } from '../support/declaration-desk.js';
import { RefundDesk } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';

const ROWS_MAX = 100_000;
/** As many as show that memory does not grow with them, in the time of a test. */
const ROWS = 40_000;
const SLOW_MS = 240_000;
/** Of so many rows in memory it would be several times as much. */
const GROWTH_MAX_BYTES = 24 * 1_048_576;
const HEADER = '序号,关联号,出口货物报关单号,出口日期,出口商品代码,出口商品名称,计量单位,出口数量,美元离岸价';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

function tableOf(rows: number): Buffer {
  const lines = Array.from({ length: rows }, (_each, index) => {
    const serial = String(index).padStart(9, '0');
    return `${String(index).padStart(6, '0')},2611001001,310420261${serial}001,2026-11-20,8516609000,电烤箱,台,1000,10000.00`;
  });
  return gzipSync([HEADER, ...lines, ''].join('\r\n'));
}

/** What is alive on the heap while `work` goes on, at its most; garbage is collected before each look. */
async function peakOf(work: Promise<unknown>): Promise<number> {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  let peak = 0;
  const look = (): void => {
    collect();
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  };
  const timer = setInterval(look, 5_000);
  await work.finally(() => {
    clearInterval(timer);
  });
  look();
  return peak;
}

describe('A large table', () => {
  it(
    'is read, compared and kept in flat memory, and given back so; one of more than 100,000 rows is refused',
    async () => {
      const desk = await RefundDesk.open(platform);
      const tables = new DeclarationDesk(desk);
      const headers = { 'content-encoding': 'gzip' };
      const small = await tables.send(tableOf(2_000), { headers });
      expect(small.body).toMatchObject({ rows: 2_000, unknown: 2_000 });
      await tables.withdraw(small.body.id);
      const large = tableOf(ROWS);
      const before = await peakOf(Promise.resolve());
      const sending = tables.send(large, { headers });
      const peak = await peakOf(sending);
      const { status, body } = await sending;
      expect([status, body]).toMatchObject([201, { rows: ROWS, unknown: ROWS, declaredBefore: 0 }]);
      expect(peak - before).toBeLessThan(GROWTH_MAX_BYTES);

      const reading = linesOf(`${platform.config.publicUrl}/v1/tax-refund/declaration-imports/${body.id}/rows`, desk);
      expect((await peakOf(reading)) - before).toBeLessThan(GROWTH_MAX_BYTES);
      expect(await reading).toBe(ROWS);

      const more = await tables.send(tableOf(ROWS_MAX + 1), { headers });
      expect([more.status, more.body.code]).toEqual([422, 'TAX_REFUND.DECLARATION_TABLE']);
      expect(await tables.kept()).toEqual([0, 2, ROWS + 2_000, ROWS, 0]);
    },
    SLOW_MS,
  );
});

/** How many lines come, none of which is kept. */
async function linesOf(url: string, { tenant }: RefundDesk): Promise<number> {
  const { body } = await fetch(url, { headers: { authorization: `Bearer ${tenant.apiKey}` } });
  let lines = 0;
  for await (const chunk of body ?? []) {
    for (const byte of chunk as Uint8Array) if (byte === 0x0a) lines += 1;
  }
  return lines;
}
