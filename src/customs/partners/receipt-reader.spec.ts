import { UnreadableReceiptError } from '../domain/declaration.errors.js';
import { readReceipts } from './receipt-reader.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function decData(channel: string, fields: Readonly<Record<string, string>> = {}): string {
  const all = {
    SEQ_NO: 'E20260000795000001',
    ENTRY_ID: '222520260795000001',
    NOTICE_DATE: '20261124T17490512',
    CHANNEL: channel,
    NOTE: '',
    I_E_DATE: '',
    ...fields,
  };
  const text = Object.entries(all)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
  return `<DEC_DATA><DEC_RESULT>${text}</DEC_RESULT><RESULT_INFO>结果</RESULT_INFO></DEC_DATA>`;
}

const TALLY =
  '<Manifest xmlns="urn:Declaration:datamodel:standard:CN:MT5402:1"><Head><MessageID>MT5402_1</MessageID><MessageType>MT5402</MessageType><SendTime>20261205020000120</SendTime></Head>' +
  '<Declaration><BorderTransportMeans><Name>SBX ORIENT</Name><JourneyID>026W</JourneyID><DepartureDateTime>20261205013000086</DepartureDateTime></BorderTransportMeans>' +
  '<Consignment><TransportContractDocument><ID>SNBX0000795000001</ID></TransportContractDocument><PreviousDocument><ID>222520260795000001</ID></PreviousDocument></Consignment></Declaration></Manifest>';

describe('A receipt of customs', () => {
  it.each([
    ['L', 'accepted'],
    ['M', 'reviewing'],
    ['G', 'concluded'],
    ['C', 'inspecting'],
    ['F', 'released'],
    ['B', 'released'],
    ['R', 'cleared'],
    ['Z', 'rejected'],
    ['D', 'deleted'],
    ['7', 'other'],
  ])('of channel %s means %s', (channel, kind) => {
    expect(readReceipts(HEAD + decData(channel))[0]?.kind).toBe(kind);
  });

  it('tells numbers, Beijing time, the day of export, and its reason', () => {
    const body = decData('F', { NOTE: '放行 &amp; 交单', I_E_DATE: '20261205T01300000' });
    expect(readReceipts(HEAD + body)).toEqual([
      {
        kind: 'released',
        sequenceNumber: 'E20260000795000001',
        entryNumber: '222520260795000001',
        noticedAt: new Date('2026-11-24T09:49:05Z'),
        exportDate: '2026-12-05',
        note: '放行 & 交单',
        code: 'F',
        body,
      },
    ]);
  });

  it('without a note is explained by its result', () => {
    expect(readReceipts(decData('Z', { ENTRY_ID: '' }))[0]).toMatchObject({ note: '结果', entryNumber: null });
  });

  it('of a tally report says that the vessel left, on the day in Beijing, for the declaration it names', () => {
    expect(readReceipts(HEAD + TALLY)).toEqual([
      {
        kind: 'departed',
        sequenceNumber: null,
        entryNumber: '222520260795000001',
        noticedAt: new Date('2026-12-04T18:00:00Z'),
        exportDate: '2026-12-05',
        note: 'SBX ORIENT 026W',
        code: 'MT5402',
        body: TALLY,
      },
    ]);
  });

  it('comes in a list when we ask, each with its own words, or not at all', () => {
    const bodies = readReceipts(`${HEAD}<RECEIPTS>${decData('L')}${TALLY}${decData('R')}</RECEIPTS>`).map(
      ({ body }) => body,
    );
    expect(bodies).toEqual([decData('L'), TALLY, decData('R')]);
    expect(readReceipts(`${HEAD}<RECEIPTS></RECEIPTS>`)).toEqual([]);
  });

  it.each([
    ['not xml', 'text'],
    ['<OTHER/>', 'another document'],
    ['<DEC_DATA><DEC_RESULT></DEC_DATA>', 'not well-formed'],
    ['{"kind":"accepted"}', 'JSON'],
    ['', 'nothing'],
  ])('that is none is an error: %s', (message, _why) => {
    expect(() => readReceipts(message)).toThrow(UnreadableReceiptError);
  });

  it('that defines entities of its own is not read', () => {
    const bomb = `<!DOCTYPE DEC_DATA [<!ENTITY a "b">]>${decData('L')}`;
    // Only the receipt itself is looked at, and it cannot use what stands outside of it.
    expect(readReceipts(bomb)[0]?.kind).toBe('accepted');
    expect(() => readReceipts(decData('L', { NOTE: '&a;' }))).toThrow(UnreadableReceiptError);
  });
});
