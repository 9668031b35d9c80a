import fc from 'fast-check';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import {
  appliedFor,
  applyBy,
  type CertificateTerms,
  certifiedLines,
  type ExportedGoods,
  totalsOf,
} from './agency-certificate.js';
import { certificateDue } from './agency-certificate-law.js';
import { CERTIFICATE, CERTIFICATE_STATES, certificatePatienceMs } from './agency-certificate-status.js';
import { type CertificateNews, certificateSteps } from './certificate-news.js';
import { type ClearedDeclaration, declarationLine } from './export-facts.js';

const ENTRY = '310420260795000001';
const AGENT = { name: '宁波示例进出口有限公司', uscc: '91330200MA2AEFJN86' };
const PRINCIPAL = { name: '慈溪示例电器有限公司', uscc: '91330212MA2AF1XX2U' };
const TODAY = '2026-12-01';

const declaration = (entryNumber = ENTRY, exportDate = '2026-11-20', items = 2): ClearedDeclaration => ({
  part: { number: 1, of: 1 },
  entryNumber,
  exportDate,
  supervisionMode: '0110',
  fob: { amount: '20000.00', currency: 'USD' },
  items: Array.from({ length: items }, (_, index) => ({
    itemNumber: index + 1,
    orderLineId: `line-${index + 1}`,
    hsCode: '8516609000',
    quantities: [{ quantity: '1000', unit: '001' }],
    fob: { amount: '10000.00', currency: 'USD' },
  })),
});
const goods = (change: Partial<ExportedGoods> = {}): ExportedGoods => ({
  ...{ agent: AGENT, declarations: [declaration()], goodsNames: new Map([['line-1', '电烤箱']]), held: new Set() },
  ...change,
});
const terms = (change: Partial<CertificateTerms> = {}): CertificateTerms => ({
  ...{ principal: PRINCIPAL, agreement: { number: 'DLCK-1', signedOn: '2026-11-02' }, lines: null },
  ...change,
});
const ITEMS = [declarationLine(ENTRY, 1), declarationLine(ENTRY, 2)] as const;

function faultsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
  return [];
}

describe('The items of a certificate of agency export', () => {
  it('are those of the declarations, with their figures', () => {
    const lines = certifiedLines(terms(), goods(), TODAY);
    expect(lines.map((line) => line.declarationLine)).toEqual(ITEMS);
    expect(lines[0]).toEqual({
      ...{ declarationLine: ITEMS[0], exportDate: '2026-11-20', hsCode: '8516609000', goodsName: '电烤箱' },
      ...{ quantity: '1000', unit: '001', fob: { amount: '10000.00', currency: 'USD' } },
    });
    expect(totalsOf(lines)).toEqual([{ amount: '20000.00', currency: 'USD' }]);
  });

  it('are only those that nobody holds, unless they are named', () => {
    const held = goods({ held: new Set([ITEMS[0]]) });
    expect(certifiedLines(terms(), held, TODAY).map((line) => line.declarationLine)).toEqual([ITEMS[1]]);
    expect(faultsOf(() => certifiedLines(terms({ lines: [ITEMS[0]] }), held, TODAY))).toEqual(['/lines/0 held']);
    const all = goods({ held: new Set(ITEMS) });
    expect(faultsOf(() => certifiedLines(terms(), all, TODAY))).toEqual(['/lines nothing_left']);
  });

  it('are refused with every fault at once', () => {
    const wrong = terms({
      principal: AGENT,
      agreement: { number: 'X', signedOn: '2026-12-02' },
      lines: [ITEMS[0], ITEMS[0], '310420260795000009001'],
    });
    expect(faultsOf(() => certifiedLines(wrong, goods(), TODAY))).toEqual([
      '/principal/uscc same_company',
      '/agreement/signedOn in_future',
      '/lines/1 twice',
      '/lines/2 not_declared',
      '/agreement/signedOn after_export',
    ]);
    const digits = terms({ principal: { ...PRINCIPAL, uscc: '91330212MA2AF1XXIO' } });
    expect(faultsOf(() => certifiedLines(digits, goods(), TODAY))).toEqual(['/principal/uscc format']);
  });

  it('lose nothing of the value, whatever is certified apart', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, fc.nat(), (minors, cut) => {
        const lines = minors.map((minor) => ({ fob: Money.ofMinor(minor, 'USD').toJSON() }));
        const at = cut % (lines.length + 1);
        const parts = [...totalsOf(lines.slice(0, at)), ...totalsOf(lines.slice(at))].map((part) =>
          Money.fromJSON(part),
        );
        expect([Money.sum(parts, 'USD').toJSON()]).toEqual(totalsOf(lines));
      }),
    );
  });
});

describe('The clock of a certificate', () => {
  it.each([
    ['2025-12-31', '2026-04-15', /2012年第24号/],
    ['2026-01-01', '2027-04-15', /2026年第5号/],
    ['2026-11-20', '2027-04-15', /2026年第5号/],
  ])('exported %s: applied for by %s', (exportDate, dueOn, source) => {
    expect(certificateDue(exportDate)).toMatchObject({ dueOn, source: expect.stringMatching(source) as string });
  });

  it('is that of the earliest export of a certificate', () => {
    expect(applyBy([{ exportDate: '2027-01-02' }, { exportDate: '2026-12-30' }])).toBe('2027-04-15');
  });

  it('stops when every item of a declaration is applied for, with the last of them', () => {
    const { items } = declaration();
    const of = (first: string | null, second: string | null) => [
      { declarationLine: ITEMS[0], appliedOn: first },
      { declarationLine: ITEMS[1], appliedOn: second },
    ];
    const stopped = (applied: ReturnType<typeof of>) => appliedFor({ entryNumber: ENTRY, items }, applied);
    expect(stopped(of('2026-12-03', '2026-12-01'))).toBe('2026-12-03');
    expect(stopped(of('2026-12-03', null))).toBeNull();
    expect(stopped([])).toBeNull();
  });
});

describe('The life of a certificate', () => {
  it('knows these transitions and no others', () => {
    const transitions = CERTIFICATE.states.flatMap((state) =>
      CERTIFICATE.commands
        .filter((command) => CERTIFICATE.allows(state, command))
        .map((command) => `${state} --${command}--> ${CERTIFICATE.table[command].to}`),
    );
    expect(transitions).toEqual([
      'drafted --apply--> queued',
      'drafted --abandon--> abandoned',
      'queued --send--> applied',
      'queued --refuse--> refused',
      'applied --resend--> queued',
      'applied --issue--> issued',
      'applied --refuse--> refused',
      'issued --void--> voiding',
      'refused --apply--> queued',
      'refused --abandon--> abandoned',
      'voiding --confirm_void--> voided',
      'voiding --refuse_void--> issued',
    ]);
  });

  it('waits for the bureau exactly where the bureau is to speak', () => {
    const waits = CERTIFICATE_STATES.filter((state) => certificatePatienceMs(state, 0, true) !== null);
    expect(waits).toEqual(['queued', 'applied', 'voiding']);
    expect(certificatePatienceMs('applied', 20, true)).toBe(30 * 24 * 3_600_000);
    expect(certificatePatienceMs('applied', 20, false)).toBe(300_000);
  });

  const news = (kind: CertificateNews['kind'], status: CertificateNews['status']): CertificateNews => ({
    ...{ kind, status, reference: 'r', applicationNumber: null, certificateNumber: null, issuedOn: null, reason: null },
  });

  it.each([
    ['queued', 'application', 'received', ['send']],
    ['queued', 'application', 'granted', ['send', 'issue']],
    ['applied', 'application', 'received', []],
    ['applied', 'application', 'granted', ['issue']],
    ['applied', 'application', 'refused', ['refuse']],
    ['issued', 'application', 'refused', []],
    ['issued', 'voidance', 'granted', []],
    ['voiding', 'voidance', 'received', []],
    ['voiding', 'voidance', 'granted', ['confirm_void']],
    ['voiding', 'voidance', 'refused', ['refuse_void']],
    ['voiding', 'application', 'granted', []],
  ] as const)('%s: the bureau says of the %s that it is %s', (state, kind, status, steps) => {
    expect(certificateSteps(state, news(kind, status))).toEqual(steps);
  });
});
