import { gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { knownMessage, soundMessages } from '../../../../test/support/ceb-messages.js';
import { isReceipt, MESSAGE_NAMES } from '../../domain/ceb/messages.js';
import { CebReceiptRefusedError } from '../../domain/ceb/ceb.errors.js';
import { InboundReader } from './inbound-reader.js';
import { readRecords } from './record-reader.js';
import { writeMessage } from './write-message.js';
import { isWithinBounds } from '../../../platform/partners/xml-bounds.js';

const reader = new InboundReader();
const RECEIPTS = MESSAGE_NAMES.filter((name) => isReceipt(knownMessage(name)));
const envelope = (xml: string): string =>
  `<?xml version="1.0"?><d:DxpMsg xmlns:d="http://www.chinaport.gov.cn/dxp" ver="1.0"><d:Data>\n${Buffer.from(xml).toString('base64')}\n</d:Data></d:DxpMsg>`;

describe('What customs sends', () => {
  it('is these messages', () => {
    expect(RECEIPTS.map((name) => name.slice(3, 6)).join(' ')).toBe(
      '214 216 304 312 404 412 506 508 510 512 514 604 606 608 622 624 626 702 712 792 816 818 900',
    );
  });

  it.each(RECEIPTS)('%s is read as it was written, in every wrapping', async (name) => {
    const message = knownMessage(name);
    const [first] = message.fields;
    await fc.assert(
      fc.asyncProperty(soundMessages(message), async (json) => {
        const xml = writeMessage(json, message);
        const written = json[first?.name ?? ''];
        for (const body of [Buffer.from(xml), Buffer.from(envelope(xml)), gzipSync(envelope(xml))]) {
          const opened = await reader.open(body, undefined);
          expect([opened.kind, opened.xml, reader.reopen(opened.text)]).toEqual([name, xml, xml]);
          const records = reader.recordsOf(opened);
          expect(records).toEqual(Array.isArray(written) ? written : [written]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each(['', ' ', '<', '<a', '<a>', '</a>', '<a/>', '<a b="', '<!--', '<![CDATA[', '\0', '<a>&b;</a>', '<?x', '<>'])(
    'is not %j, and whoever sends that is told so',
    async (text) => {
      await expect(reader.open(Buffer.from(text), undefined)).rejects.toBeInstanceOf(CebReceiptRefusedError);
    },
  );

  it('is refused or read, whatever comes, and never anything else', async () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      'a',
      'ceb:',
      '"',
      "'",
      '=',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&',
      ';',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), async (parts) => {
        const opened = await reader.open(Buffer.from(parts.join('')), undefined).catch((error: unknown) => error);
        expect(opened).toBeInstanceOf(CebReceiptRefusedError);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Markup within bounds', () => {
  it.each([
    ['nothing', '', true],
    ['32 elements deep', '<a>'.repeat(32) + '</a>'.repeat(32), true],
    ['33 elements deep', '<a>'.repeat(33), false],
    ['many side by side', '<a></a><b/>'.repeat(10_000), true],
    ['deep in a comment', `<!--${'<a>'.repeat(100)}-->`, true],
    ['deep in CDATA', `<![CDATA[${'<a>'.repeat(100)}]]>`, true],
    ['a long tag', `<a b="${'x'.repeat(5_000)}"/>`, false],
    ['a bracket in an attribute', '<a b=">"/>'.repeat(100), true],
    ['a tag without end', '<a', true],
  ])('%s', (_what, text, fits) => {
    expect(isWithinBounds(text)).toBe(fits);
  });
});

describe('Records', () => {
  it('have text with references and CDATA, lists where a name comes again; no name harms', () => {
    const text =
      '<p:a><b>1 &lt; &#50; &#x33;&amp;<![CDATA[<4>]]><!-- 5 --></b><c/><b>x</b><constructor>z</constructor><__proto__><d>y</d></__proto__></p:a>';
    const { a } = readRecords(text) as { a: Record<string, unknown> };
    expect(a['b']).toEqual(['1 < 2 3&<4>', 'x']);
    expect([a['c'], a.constructor, a['d']]).toEqual(['', 'z', undefined]);
  });
});
