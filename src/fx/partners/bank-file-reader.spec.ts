import { existsSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

import { told } from '../../kernel/sentence.js';
import { Money } from '../../kernel/money.js';
import { BankFileError } from '../domain/bank-files/bank-file.errors.js';
import { type BankFile } from '../domain/bank-files/bank-file.js';
import { camtSample, type SampleEntry, type SampleFile } from '../testing/camt-sample.js';
import { XmlBankFileReader } from './bank-file-reader.xml.js';

const reader = new XmlBankFileReader();
const VERSIONS = ['02', '03', '04', '05', '06', '07', '08'];
const TWO: readonly SampleEntry[] = [
  { amount: '150.00', remittance: 'SO-1', payer: 'Toys &amp; Co.' },
  { amount: '50.00', side: 'DBIT' },
];
const STATEMENT: SampleFile = {
  balances: [
    ['OPBD', '1000.00'],
    ['CLBD', '1100.00'],
    ['CLAV', '1090.00'],
  ],
  summary:
    '<TtlNtries><NbOfNtries>2</NbOfNtries><Sum>200.00</Sum>' +
    '<TtlNetNtry><Amt>100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry></TtlNtries>',
  entries: TWO,
};

/** In pieces of that many bytes, as a network would bring it. */
async function read(text: string | Buffer, size = 4_096): Promise<BankFile> {
  const bytes = Buffer.from(text as string);
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  return (await reader.read(pieces())).file;
}

async function faults(text: string | Buffer, size?: number): Promise<string[]> {
  try {
    await read(text, size);
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    return error.faults.map(({ pointer, code, message }) => `${pointer} ${code}: ${told(message, 'en')}`);
  }
  return [];
}

describe('A file of the bank', () => {
  it('tells its type, accounts, balances and entries', async () => {
    const file = await read(camtSample(STATEMENT));
    const [report] = file.reports;
    expect(file).toMatchObject({ type: 'camt.053', version: '08', messageId: 'MSG-1', quirks: [] });
    expect(report).toMatchObject({ accountNumber: '6228480795000001', currency: 'USD', reference: 'ST-1', page: 1 });
    expect([report?.from, report?.to]).toEqual(['2026-11-24', '2026-11-24']);
    expect(report?.balances.map(({ type, amount }) => `${type} ${amount.toString()}`)).toEqual([
      'OPBD 1000.00 USD',
      'CLBD 1100.00 USD',
      'CLAV 1090.00 USD',
    ]);
    expect(
      report?.entries.map(({ line, reference, amount, direction }) => [line, reference, amount.toString(), direction]),
    ).toEqual([
      [10, 'BNK1', '150.00 USD', 'credit'],
      [11, 'BNK2', '50.00 USD', 'debit'],
    ]);
    expect(report?.entries[0]).toMatchObject({ bookedOn: '2026-11-24', kindCode: 'PMNT/RCDT/XBCT', status: 'booked' });
    expect(report?.entries[0]?.movements[0]).toMatchObject({ payerName: 'Toys & Co.', remittance: 'SO-1' });
  });

  it.each(VERSIONS.flatMap((version) => [['053', version] as const, ['054', version] as const]))(
    'is read as camt.%s in version %s',
    async (type, version) => {
      const file = await read(camtSample({ ...STATEMENT, type, version }));
      expect([file.version, file.type, file.quirks]).toEqual([version, `camt.${type}`, []]);
      expect(file.reports[0]?.entries[0]?.movements[0]?.payerName).toBe('Toys & Co.');
    },
  );

  it('is the same in whatever pieces it comes', async () => {
    const text = camtSample(STATEMENT);
    const whole = await read(text, text.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
        expect(await read(text, size)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('whose figures were made of its entries agrees with them, and with one cent more does not', async () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 });
    const entry = fc.record({ cents, side: fc.constantFrom('CRDT' as const, 'DBIT' as const) });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 20 }), cents, async (drawn, opening) => {
        const usd = (minor: number): string => Money.ofMinor(BigInt(minor), 'USD').toAmountString();
        const net = drawn.reduce((sum, one) => sum + (one.side === 'CRDT' ? one.cents : -one.cents), opening);
        const file = (closing: number): string =>
          camtSample({
            balances: [
              ['OPBD', usd(opening)],
              ['CLBD', usd(closing)],
            ],
            summary: `<TtlNtries><NbOfNtries>${drawn.length}</NbOfNtries></TtlNtries>`,
            entries: drawn.map((one) => ({ amount: usd(one.cents), side: one.side })),
          });
        expect(await faults(file(net))).toEqual([]);
        expect(await faults(file(net + 1))).toEqual([expect.stringContaining('closing_disagrees')]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('A bank that leaves the standard is understood, and told of', () => {
  const quirks = async (text: string | Buffer): Promise<string[]> => (await read(text)).quirks.map(({ code }) => code);
  const plain: SampleFile = { type: '054', entries: [{ remittance: 'SO-1' }] };
  const sample = camtSample(plain);

  it.each([
    ['no_namespace', camtSample({ ...plain, namespace: '' })],
    [
      'other_namespace',
      camtSample({ ...plain, namespace: 'http://www.bank.example/de/camt.054.001.04.xsd', version: '04' }),
    ],
    ['envelope', sample.replace('<Document', '<Bag xmlns="b"><Head> of <To>us</To></Head><Document').concat('</Bag>')],
    ['other_encoding', Buffer.from(sample.replace('UTF-8', 'GBK'))],
    ['blank_first', `\n ${sample}`],
    ['status_form', sample.replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>')],
    ['party_form', sample.replace('<Pty>', '').replace('</Pty>', '')],
    ['no_reference', camtSample({ type: '054', entries: [{ reference: '' }] })],
    ['details_unsummed', camtSample({ type: '054', entries: [{ details: '<TxDtls/><TxDtls/>' }] })],
    ['no_opening', camtSample({ balances: [['CLBD', '100.00']], entries: [] })],
  ] as const)('%s', async (code, text) => {
    expect(await quirks(text as string)).toEqual([code]);
  });

  it('in GB 18030 with Chinese words', async () => {
    const bytes = Buffer.from('<a/>');
    expect(bytes.length).toBe(4);
    const text = camtSample({ type: '054', entries: [{ remittance: '__' }] }).replace('UTF-8', 'GB18030');
    const [before = '', after = ''] = text.split('__');
    const file = await read(
      Buffer.concat([Buffer.from(before), Buffer.from([0xbb, 0xf5, 0xbf, 0xee]), Buffer.from(after)]),
    );
    expect(file.reports[0]?.entries[0]?.movements[0]?.remittance).toBe('货款');
  });
});

describe('All that is wrong with a file is told at once, by its place', () => {
  it('in its entries', async () => {
    const text = camtSample({
      type: '054',
      entries: [
        { amount: '1.005' },
        { side: 'WHAT' as 'CRDT', day: '2026-02-30' },
        { currency: 'EUR' },
        { status: 'ODD' },
      ],
    });
    expect(await faults(text)).toEqual([
      expect.stringMatching(/Ntfctn\[1\]\/Ntry\[1\]\/Amt unreadable: Line 6:/),
      expect.stringMatching(/Ntry\[2\]\/CdtDbtInd direction: Line 7:/),
      expect.stringMatching(/Ntry\[2\]\/BookgDt day: Line 7: 2026-02-30/),
      expect.stringMatching(/Ntry\[2\]\/ValDt day: Line 7:/),
      expect.stringMatching(/Ntry\[3\]\/Amt currency_differs: Line 8: In EUR/),
      expect.stringMatching(/Ntry\[4\]\/Sts status: Line 9:/),
    ]);
  });

  it('in its figures', async () => {
    const summary =
      '<TtlNtries><NbOfNtries>3</NbOfNtries><Sum>201.00</Sum><TtlNetNtryAmt>99.00</TtlNetNtryAmt><CdtDbtInd>CRDT</CdtDbtInd>' +
      '</TtlNtries><TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>1.00</Sum></TtlCdtNtries>' +
      '<TtlDbtNtries><NbOfNtries>0</NbOfNtries><Sum>0</Sum></TtlDbtNtries>';
    const found = await faults(
      camtSample({
        ...STATEMENT,
        balances: [
          ['OPBD', '1.00'],
          ['CLBD', '2.00'],
        ],
        summary,
      }),
    );
    expect(found.map((fault) => fault.split(' ')[1])).toEqual(
      ['entries', 'sum', 'net', 'credits', 'credit_sum', 'debits', 'debit_sum', 'closing'].map(
        (name) => `${name}_disagrees:`,
      ),
    );
    expect(found[7]).toContain('the file says 2.00, its entries come to 101.00');
  });

  it('and what is missing', async () => {
    const text = camtSample({ balances: [], entries: [] })
      .replace(/<Acct>.*<\/Acct>/, '')
      .replace('<Id>ST-1</Id>', '');
    expect((await faults(text)).map((fault) => fault.split(':')[0])).toEqual([
      '/xml/Document/BkToCstmrStmt/Stmt[1]/Id missing',
      '/xml/Document/BkToCstmrStmt/Stmt[1]/Acct missing',
    ]);
    expect(await faults(camtSample({ balances: [], entries: [] }))).toEqual([
      expect.stringContaining('closing_missing'),
    ]);
  });
});

describe('What is no such file is refused with the place', () => {
  const sample = camtSample(STATEMENT);

  it.each([
    ['empty', '', 'Line 1, column 1: The file is empty'],
    ['no XML', '{"a": 1}', 'Line 1, column 1: Text where only elements belong'],
    ['cut off', sample.slice(0, -60), 'The file ends in the middle of'],
    ['not well-formed', sample.replace('</Amt><CdtDbtInd>CRDT', '</Amount><CdtDbtInd>CRDT'), 'Not well-formed XML'],
    ['with an end too many', sample.replace('</Document>', '</Document></Document>'), 'column'],
    ['followed by more', `${sample}<more/>`, 'Something after the end of the document'],
    [
      'with a document type',
      sample.replace('<Document', '<!DOCTYPE Document [<!ENTITY a "b">]><Document'),
      'Line 2, column 1',
    ],
    ['with a reference to nowhere', sample.replace('SO-1', '&boom;'), 'Not well-formed XML'],
    ['too deep', sample.replace('SO-1', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`), 'Elements more than 32 deep'],
    ['with an endless tag', sample.replace('<Ntry>', `<Ntry ${'a'.repeat(5_000)}>`), 'A tag of more than'],
    ['with an endless element', sample.replace('SO-1', 'x'.repeat(3_000_000)), 'One element of more than'],
    ['of nothing but elements', `<a>${'<b/>'.repeat(30_000)}</a>`, 'More elements than'],
    ['of nothing but elements in an entry', sample.replace('SO-1', '<b/>'.repeat(150_000)), 'More elements than'],
    [
      'a camt.052',
      sample.replaceAll('camt.053', 'camt.052').replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt'),
      'is neither',
    ],
    ['a pain.002', sample.replace('camt.053.001.08', 'pain.002.001.10'), 'is neither'],
    ['of a version to come', sample.replace('001.08', '001.13'), 'Version 13 of camt.053 is not read'],
    ['of a type that contradicts', sample.replace('camt.053', 'camt.054'), 'The namespace says camt.054'],
    ['in UTF-16', Buffer.from(`\ufeff${sample}`, 'utf16le'), 'The encoding UTF-16'],
    ['in an encoding nobody knows', sample.replace('UTF-8', 'EBCDIC-1'), 'The encoding ebcdic-1'],
    [
      'with bytes of another encoding',
      Buffer.from(sample.replace('SO-1', '\u00fc'), 'latin1'),
      'Bytes that are no text',
    ],
    ['of several messages', `<All>${sample.slice(39)}${sample.slice(39)}</All>`, 'More than one Document'],
  ])('%s', async (_what, text, said) => {
    const found = await faults(text, 65_536);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
    expect(found[0]).toMatch(/^\/xml unreadable: Line \d+, column \d+:/);
  });

  it('whatever it is: it is never an error of ours', async () => {
    const mangled = fc.tuple(fc.nat(sample.length), fc.nat(40), fc.string({ maxLength: 20, unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(mangled, async ([at, length, put]) => {
        expect(await faults(sample.slice(0, at) + put + sample.slice(at + length))).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });
});

const XSD = `${process.env['REFERENCE_DATA_DIR'] ?? ''}/iso20022/xsd`;
(existsSync(XSD) ? describe : describe.skip)('The samples', () => {
  it.each([
    ['053', '08'],
    ['053', '02'],
    ['054', '08'],
    ['054', '04'],
  ] as const)('are valid by the published schema of camt.%s, version %s', (type, version) => {
    const schema = XmlDocument.fromBuffer(readFileSync(`${XSD}/camt.${type}.001.${version}.xsd`));
    const summary = (STATEMENT.summary ?? '').replace(
      version < '04' ? /<TtlNetNtry>.*<\/TtlNetNtry>/ : '',
      version < '04' ? '<TtlNetNtryAmt>100.00</TtlNetNtryAmt><CdtDbtInd>CRDT</CdtDbtInd>' : '',
    );
    const base = { ...STATEMENT, type, version, summary, ...(type === '054' ? { balances: [] } : {}) };
    const details = version < '04' ? {} : { remittance: 'SO-1' };
    const document = XmlDocument.fromString(
      camtSample({ ...base, entries: TWO.map((entry) => ({ ...entry, ...details })) }),
    );
    const validator = XsdValidator.fromDoc(schema);
    expect(() => {
      validator.validate(document);
    }).not.toThrow();
    for (const each of [validator, document, schema]) each.dispose();
  });
});
