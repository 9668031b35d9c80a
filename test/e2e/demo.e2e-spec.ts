import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = path.resolve('dist/scripts/demo/main.js');
const CLOSED_WITHIN_MS = 180_000;

/** What `--json` promises. */
interface Summary {
  readonly orders: readonly {
    readonly id: string;
    readonly state: string;
    readonly tracks: Readonly<Record<string, string>>;
    readonly margin: { readonly amount: string; readonly currency: string };
  }[];
  readonly ledgerBalanced: boolean;
  readonly webhooks: { readonly sent: number; readonly delivered: number };
  readonly seconds: number;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entrepot-demo-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The program as somebody would run it who has no servers: what the tests stand on is not its business. */
function demo(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: '', REDIS_URL: '' };
  return spawn(process.execPath, [MAIN, '--data', path.join(folder, 'data'), ...args], { env, stdio: 'pipe' });
}

describe('npm run demo', () => {
  it(
    'closes the three shipped orders, and says so in its exit code and in its last line',
    async () => {
      const program = demo('--once', '--json');
      let output = '';
      program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const [code] = (await once(program, 'exit')) as [number];
      const last = output.trimEnd().split('\n').at(-1) ?? '';
      const summary = JSON.parse(last) as Summary;
      const { webhooks, seconds } = summary;

      const done = { customs: 'cleared', freight: 'completed', fx: 'paid_out', taxRefund: 'paid' };
      const id = expect.stringMatching(/^ord_/) as string;
      const margin = { amount: expect.stringMatching(/^\d+\.\d{2}$/) as string, currency: 'CNY' };
      expect(summary).toEqual({
        orders: [
          { id, state: 'closed', tracks: { ...done, financing: 'not_applicable' }, margin },
          { id, state: 'closed', tracks: { ...done, financing: 'repaid' }, margin },
          { id, state: 'closed', tracks: { ...done, financing: 'not_applicable' }, margin },
        ],
        ledgerBalanced: true,
        webhooks: { sent: webhooks.sent, delivered: webhooks.sent },
        seconds,
      });
      expect(webhooks.sent).toBeGreaterThan(150);
      expect(code).toBe(0);
      expect(output).toContain('28.00 USD short within the tolerance');
      expect(output).not.toContain('✗');
      expect(existsSync(path.join(folder, 'data', 'demo.json'))).toBe(false);
    },
    CLOSED_WITHIN_MS,
  );

  it(
    'leaves the keys of its tenant while it is up, and nothing of it after Ctrl-C',
    async () => {
      const program = demo('--order', 'scripts/demo/orders/1-fcl-trading.json');
      const file = path.join(folder, 'data', 'demo.json');
      await new Promise<void>((resolve) => {
        let output = '';
        program.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (output.includes('It stays up')) resolve();
        });
      });
      const keys = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
      expect(Object.keys(keys)).toEqual(['baseUrl', 'tenantId', 'apiKey', 'webhookSecret']);
      const headers = { authorization: `Bearer ${keys['apiKey'] ?? ''}` };
      expect((await fetch(`${keys['baseUrl'] ?? ''}/v1/orders`, { headers })).status).toBe(200);

      program.kill('SIGINT');
      const [code] = (await once(program, 'exit')) as [number];
      expect(code).toBe(0);
      expect(existsSync(file)).toBe(false);
      await expect(fetch(keys['baseUrl'] ?? '')).rejects.toThrow();
    },
    CLOSED_WITHIN_MS,
  );

  it(
    'closes an order of a manufacturer that claims by its month (免抵退) and sells in EUR with freight in USD',
    async () => {
      const shipped = readFileSync('scripts/demo/orders/2-agency-refund.json', 'utf8');
      const inEuro = shipped.replaceAll('"currency": "USD"', '"currency": "EUR"').replace('"CFR"', '"FOB"');
      const agency = JSON.parse(inEuro) as { readonly order: object };
      const yuan = (amount: string) => ({ amount, currency: 'CNY' });
      const file = path.join(folder, 'manufacturer.json');
      const order = { ...agency.order, refund: { mode: 'manufacturer' }, fx: { planRate: '8.1' } };
      const taxPeriod = {
        domesticOutputVat: yuan('0.00'),
        inputVat: yuan('20000.00'),
        fxRates: [{ currency: 'EUR', rate: '8.1', source: 'Made up' }],
      };
      writeFileSync(file, JSON.stringify({ ...agency, order, invoices: [], taxPeriod }));

      const program = demo('--once', '--json', '--order', file);
      let output = '';
      program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const [code] = (await once(program, 'exit')) as [number];
      const summary = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Summary;
      expect(output).toMatch(/The manufacturer's bookkeeper gives the VAT figures of \d{6}/);
      // All the input VAT of the month is left as credit, and less than FOB × rate × 13 %: it is paid whole.
      expect(output).toContain('Refund of 20,000.00 CNY claimed');
      expect(summary.orders).toMatchObject([{ state: 'closed', tracks: { taxRefund: 'paid' } }]);
      expect([summary.ledgerBalanced, code]).toEqual([true, 0]);
      // The freight was paid of the CNY: nothing is left open, and what was paid out is the margin to the fen.
      expect(output).toContain('taken for 2,495.00 USD that the seller owes');
      expect(output).not.toMatch(/[✗!] {2}/);
    },
    CLOSED_WITHIN_MS,
  );

  it('names every error of every file with its place, and creates nothing', () => {
    const file = path.join(folder, 'wrong.json');
    const shipped = readFileSync('scripts/demo/orders/1-fcl-trading.json', 'utf8');
    writeFileSync(file, shipped.replace('"USLAX"', '"LA"').replace('"52950.00"', '"lots"'));
    const untouched = path.join(folder, 'untouched');
    const { status, stderr } = spawnSync(process.execPath, [MAIN, '--data', untouched, '--order', file], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /wrong\.json:\d+:\d+: \/order\/route\/portOfDischarge: .*\n.*wrong\.json:\d+:\d+: \/payments\/0\/amount\/amount: /,
    );
    expect(existsSync(untouched)).toBe(false);
  });
});
