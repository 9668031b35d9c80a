import { exportParcel, EXPORTS, importParcel, IMPORTS, ParcelDesk } from '../support/parcel-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

const AREA = { area: { code: '3302966A01', name: '宁波示例保税仓储有限公司' }, accountBook: 'T3105W000001' };
const ALL_PAPERS = { transmits: ['order', 'receipt', 'waybill'] };
const WITHOUT_RECEIPT = { transmits: ['order', 'waybill'] };
const B2B = { list: { cnyRate: '7.1' }, receipt: undefined };
/** Inspected on exit. */
const HONEY = '0409000000';
const SHORT_CODE = { line: { hsCode: '9503' } };

interface Row {
  readonly what: string;
  readonly mode: string;
  readonly terms: object;
  readonly change?: { readonly list?: object; readonly line?: object; readonly receipt?: undefined };
  readonly end: string;
  /** Messages that are sent of it, and what stands in its list and its order. */
  readonly messages: readonly string[];
  readonly said: readonly string[];
}

const EXPORTED = ['CEB303Message', 'CEB505Message', 'CEB603Message'];
const ROWS: readonly Row[] = [
  {
    ...{ what: 'A retail export, simplified', mode: '9610', terms: { ...EXPORTS, ...ALL_PAPERS, listKind: 'A' } },
    ...{ change: SHORT_CODE, end: 'released', messages: [...EXPORTED, 'CEB403Message'] },
    said: ['tradeMode>9610<', 'statisticsFlag>A<', 'gcode>9503000000<', 'orderType>E<'],
  },
  {
    ...{ what: 'A retail export, summarised', mode: '9610', terms: { ...EXPORTS, ...ALL_PAPERS } },
    ...{ end: 'released', messages: [...EXPORTED, 'CEB403Message'] },
    said: ['tradeMode>9610<', 'statisticsFlag>B<', 'gcode>9503008900<', 'orderType>E<'],
  },
  {
    ...{ what: 'An export to a company by list', mode: '9710', terms: { ...EXPORTS, ...WITHOUT_RECEIPT } },
    ...{ change: B2B, end: 'released', messages: EXPORTED },
    said: ['tradeMode>9710<', 'orderType>B<'],
  },
  {
    ...{ what: 'An export to a warehouse abroad by list', mode: '9810', terms: { ...EXPORTS, ...WITHOUT_RECEIPT } },
    ...{ change: B2B, end: 'released', messages: EXPORTED },
    said: ['tradeMode>9810<', 'orderType>W<'],
  },
  {
    ...{ what: 'An export out of a bonded area', mode: '1210', terms: { ...EXPORTS, ...ALL_PAPERS, ...AREA } },
    ...{ end: 'released', messages: [...EXPORTED, 'CEB403Message'] },
    said: ['tradeMode>1210<', 'iacCode>3302966A01<', 'emsNo>T3105W000001<'],
  },
  {
    ...{ what: 'A retail import', mode: '9610', terms: IMPORTS, end: 'cleared', messages: ['CEB621Message'] },
    said: ['tradeMode>9610<', 'assureCode>3302986YQ8<'],
  },
  {
    ...{ what: 'A bonded import', mode: '1210', terms: { ...IMPORTS, ...AREA }, end: 'cleared' },
    ...{ messages: ['CEB621Message'], said: ['tradeMode>1210<', 'emsNo>T3105W000001<', 'areaCode>3302966A01<'] },
  },
  {
    ...{
      what: 'A bonded import outside the pilot cities',
      mode: '1239',
      terms: { ...IMPORTS, ...AREA },
      end: 'cleared',
    },
    ...{ messages: ['CEB621Message'], said: ['tradeMode>1239<', 'emsNo>T3105W000001<'] },
  },
];

describe('Parcels of every mode', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: ParcelDesk;
  let sent: { readonly message: string; readonly xml: string }[];

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tenant = await platform.tenant();
    desk = new ParcelDesk(tenant);
    await Promise.all(ROWS.map(bring));
    await Promise.all(ROWS.map(({ end }, place) => desk.until(numberOf(place), end)));
    sent = await messagesSent();
  });
  afterAll(() => platform.stop());

  it.each(ROWS.map((row, place) => [row.what, row, place] as const))(
    '%s is filed with its papers, and ends as its mode has it',
    async (_what, { end, messages, said }, place) => {
      const own = sent.filter(
        ({ xml }) => xml.includes(`<ceb:orderNo>${numberOf(place)}<`) || xml.includes(`>W${numberOf(place)}<`),
      );
      expect(own.map(({ message }) => message).sort()).toEqual([...messages].sort());
      const text = own.map(({ xml }) => xml).join('');
      for (const part of said) expect(text).toContain(`<ceb:${part}`);
      const parcel = await desk.parcel(numberOf(place));
      expect([parcel.state, parcel.filing?.invtNo?.length]).toEqual([end, 18]);
    },
  );

  it('are held back above the limit of the list, and filed when the papers say otherwise', async () => {
    const profile = await desk.profile({ ...EXPORTS, ...WITHOUT_RECEIPT, supervisionMode: '9710', name: 'Dear goods' });
    const { order, waybill, list } = exportParcel('DEAR-1');
    const { body } = await desk.bring(profile, { order, waybill, list: { ...list, cnyRate: '200' } });
    expect([body.state, body.reasons.map(({ rule }) => rule)]).toEqual(['over_limit', ['list_value']]);
    const filing = await tenant.client.post<{ state: string }>(`/v1/customs/parcels/${body.id}/filing`, {});
    expect(filing.body.state).toBe('over_limit');
    const mended = await desk.bring(profile, { list: { ...list, cnyRate: '7.1' } });
    expect(mended.body.state).toBe('filing');
  });

  it('are held back by what the reference data say of their goods', async () => {
    const profile = await desk.profile({
      ...EXPORTS,
      ...WITHOUT_RECEIPT,
      supervisionMode: '9810',
      name: 'Inspected goods',
    });
    const { order, waybill, list } = exportParcel('HONEY-1');
    const lines = list.lines.map((line) => ({ ...line, hsCode: HONEY }));
    const { body } = await desk.bring(profile, { order, waybill, list: { ...list, lines, cnyRate: '7.1' } });
    expect([body.state, body.reasons.map(({ rule, pointer }) => `${rule} ${pointer}`)]).toEqual([
      'over_limit',
      ['list_inspection /list/lines/0/hsCode'],
    ]);
  });

  async function bring({ mode, terms, what, change = {} }: Row, place: number): Promise<void> {
    const profile = await desk.profile({ ...terms, supervisionMode: mode, name: what });
    const isImport = (terms as { direction: string }).direction === 'import';
    const papers = isImport ? importParcel(numberOf(place)) : exportParcel(numberOf(place));
    const lines = papers.list.lines.map((line) => ({ ...line, ...change.line }));
    const { receipt, ...others } = { receipt: undefined, ...papers };
    const { body, text } = await desk.bring(profile, {
      ...others,
      ...('receipt' in change || receipt === undefined ? {} : { receipt }),
      list: { ...papers.list, lines, ...change.list },
    });
    if (body.state !== 'filing') throw new Error(text);
  }

  async function messagesSent(): Promise<typeof sent> {
    const { body } = await eventually(
      () => tenant.client.get<{ data: { id: string; message: string }[] }>('/v1/customs/ceb/messages?limit=100'),
      ({ body: { data } }) => data.length >= ROWS.flatMap(({ messages }) => messages).length,
    );
    return Promise.all(
      body.data.map(async ({ id, message }) => {
        const { body: read } = await tenant.client.get<{ xml: string }>(`/v1/customs/ceb/messages/${id}/xml`);
        return { message, xml: read.xml };
      }),
    );
  }
});

function numberOf(place: number): string {
  return `MODE-${String(place + 1).padStart(4, '0')}`;
}
