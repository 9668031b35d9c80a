import { newId, parseId } from '../../src/kernel/ids.js';
import { key, notification, type Problem } from '../support/freight-desk.js';
import { INSTRUCTIONS, LadingDesk } from '../support/lading-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Document {
  readonly id: string;
  readonly level: string;
  readonly masterId: string | null;
  readonly replacesId: string | null;
  readonly state: string;
  readonly allowedActions: readonly string[];
  readonly wish: string | null;
  readonly reason: string | null;
  readonly transportDocumentReference: string;
  readonly transportDocumentStatus: string | null;
  readonly document: Readonly<Record<string, unknown>>;
}

let platform: TestPlatform;
let desk: LadingDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = new LadingDesk(platform, await platform.tenant());
});
afterAll(() => platform.stop());

const documentsOf = async (bookingId: string) =>
  (await desk.client.get<{ data: Document[] }>(`/v1/freight/bookings/${bookingId}/transport-documents`)).body.data;
/** The newest document of the booking, once it is in this state. */
const document = async (bookingId: string, state: string): Promise<Document> => {
  const [newest] = await eventually(
    () => documentsOf(bookingId),
    ([first]) => first?.state === state && first.wish === null,
  );
  if (newest === undefined) throw new Error('There is none');
  return newest;
};
const act = (id: string, action: string, body: object = {}) =>
  desk.client.post<Document & Problem>(`/v1/freight/transport-documents/${id}/${action}`, body, key());
const drafted = async (word = 'SO', body: object = INSTRUCTIONS): Promise<Document & { bookingId: string }> => {
  const { bookingId } = await desk.instructed({ word }, body);
  return { ...(await document(bookingId, 'draft')), bookingId };
};
const issued = async (word = 'SO', body: object = INSTRUCTIONS): Promise<Document & { bookingId: string }> => {
  const draft = await drafted(word, body);
  await act(draft.id, 'approval');
  return { ...(await document(draft.bookingId, 'issued')), bookingId: draft.bookingId };
};
const BACK = { purpose: 'delivery', manner: 'telex_release' };

describe('A bill of lading', () => {
  it('is drafted, approved, issued and given back for delivery; the instructions are closed then', async () => {
    const draft = await drafted();
    expect(draft).toMatchObject({ level: 'master', transportDocumentStatus: 'DRAFT' });
    expect(draft.allowedActions).toEqual(['approval', 'request_change', 'issue_house_document']);
    const { status, body } = await act(draft.id, 'approval');
    expect([status, body.state, body.wish]).toEqual([202, 'draft', 'approval']);
    const bill = await document(draft.bookingId, 'issued');
    expect(bill.document).toMatchObject({ transportDocumentReference: bill.transportDocumentReference });
    expect((await act(bill.id, 'surrender', BACK)).status).toBe(202);
    await document(draft.bookingId, 'surrendered_for_delivery');
    // Where the word of a step overtakes that of the step before, the step before is not told.
    const told = await desk.typesOf('transportDocument', bill.id);
    expect(told.filter((type) => type !== 'approved' && type !== 'surrender_pending')).toEqual([
      'drafted',
      'issued',
      'surrendered',
    ]);
    const [instructions] = (
      await desk.client.get<{ data: { id: string }[] }>(`/v1/freight/bookings/${draft.bookingId}/shipping-instructions`)
    ).body.data;
    await desk.until(instructions?.id ?? '', ({ state }) => state === 'completed');
  });

  it('whose approval the carrier has lost is approved again when it is asked how things stand', async () => {
    const draft = await drafted();
    await platform.rows(`UPDATE freight.transport_document SET wish = 'approval', wish_id = $2 WHERE id = $1`, [
      parseId('transportDocument', draft.id),
      newId(),
    ]);
    await platform.rows(`UPDATE platform.delivery SET due_at = now() WHERE queue = 'freight.ask-for-papers'`);
    await document(draft.bookingId, 'issued');
  });

  it('is drafted anew where a change was asked for', async () => {
    const draft = await drafted();
    const path = `/v1/freight/transport-documents/${draft.id}`;
    // The version is that of the document, not of the instructions behind it.
    const { status } = await eventually(
      async () => {
        const { headers } = await desk.client.get(path);
        const ifMatch = { 'if-match': String(headers['etag']) };
        const changed = { ...INSTRUCTIONS, shippingMarks: 'OTHER' };
        return desk.client.post<Problem>(`${path}/change-request`, changed, { ...key(), ...ifMatch });
      },
      (answer) => answer.status !== 412,
    );
    expect(status).toBe(202);
    const [again] = await eventually(
      () => documentsOf(draft.bookingId),
      ([first]) => JSON.stringify(first?.document).includes('OTHER'),
    );
    expect(again).toMatchObject({ id: draft.id, state: 'draft' });
  });

  it('is voided for an amendment, and another takes its place', async () => {
    const bill = await issued();
    await act(bill.id, 'surrender', { purpose: 'amendment', manner: 'originals' });
    const next = await document(bill.bookingId, 'draft');
    expect(next).toMatchObject({ replacesId: bill.id });
    const all = await documentsOf(bill.bookingId);
    expect(all.map(({ state }) => state)).toEqual(['draft', 'voided']);
  });

  it('stands as issued where the carrier does not take it back', async () => {
    const bill = await issued('SBX-NO-SURRENDER');
    await act(bill.id, 'surrender', BACK);
    const kept = await eventually(
      () => documentsOf(bill.bookingId),
      ([first]) => first?.reason === 'One original is missing',
    );
    expect(kept[0]).toMatchObject({ state: 'issued', wish: null });
  });

  it('may be voided by the carrier', async () => {
    const draft = await drafted('SBX-BL-VOID');
    await act(draft.id, 'approval');
    await document(draft.bookingId, 'voided');
  });

  it('is asked for once, however many ask at once', async () => {
    const draft = await drafted();
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(draft.id, 'approval')));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    await document(draft.bookingId, 'issued');
    expect((await act(draft.id, 'approval')).body.code).toBe('FREIGHT.DOCUMENT_NOT_READY');
  });
});

describe('A sea waybill', () => {
  it('is issued, and never given back', async () => {
    const waybill = await issued('SO', { ...INSTRUCTIONS, transportDocumentTypeCode: 'SWB' });
    expect(waybill.allowedActions).toEqual(['issue_house_document']);
    const { status, body } = await act(waybill.id, 'surrender', BACK);
    expect([status, body.code]).toEqual([409, 'FREIGHT.DOCUMENT_NOT_READY']);
  });
});

describe('A house document', () => {
  it('stands under its master, and is ours to issue, to take back and to void', async () => {
    const master = await drafted();
    const consignee = { name: 'Elbe Logistik GmbH', address: 'Hafenstrasse 2, 20457 Hamburg' };
    const transportDocumentReference = `ENTH${Date.now()}`;
    const made = await act(master.id, 'house-documents', { transportDocumentReference, consignee });
    expect([made.status, made.body.level, made.body.masterId]).toEqual([200, 'house', master.id]);
    expect(made.body.document).toMatchObject({ documentParties: { consignee: { partyName: consignee.name } } });
    const again = await act(master.id, 'house-documents', { transportDocumentReference });
    expect(again.body.code).toBe('FREIGHT.HOUSE_DOCUMENT_EXISTS');
    expect((await act(made.body.id, 'approval')).body.state).toBe('issued');
    expect((await act(made.body.id, 'surrender', BACK)).body.state).toBe('surrendered_for_delivery');
    const other = await act(master.id, 'house-documents', {
      transportDocumentReference: `${transportDocumentReference}B`,
    });
    expect((await act(other.body.id, 'voiding')).body.state).toBe('voided');
    expect((await act(master.id, 'voiding')).body.code).toBe('FREIGHT.DOCUMENT_NOT_READY');
  });
});

describe('What the carrier says of a document', () => {
  it('is taken in any order and once; what was lost on the way is made up for', async () => {
    const draft = await drafted();
    const told = (transportDocumentStatus: string, minutes: number): object => ({
      ...notification(
        { transportDocumentStatus, transportDocumentReference: draft.transportDocumentReference },
        minutes,
      ),
      type: 'org.dcsa.transport-document.v3',
    });
    for (const [status, minutes] of [
      ['PENDING_SURRENDER_FOR_DELIVERY', 9],
      ['ISSUED', 7],
      ['APPROVED', 6],
    ] as const) {
      await desk.freight.callBack(told(status, minutes));
    }
    await desk.freight.callBack(told('PENDING_SURRENDER_FOR_DELIVERY', 9));
    await document(draft.bookingId, 'pending_surrender_for_delivery');
    await desk.freight.callBack(told('SURRENDER_FOR_DELIVERY', 10));
    await document(draft.bookingId, 'surrendered_for_delivery');
    const types = await desk.typesOf('transportDocument', draft.id);
    expect(types.filter((type) => type === 'issued')).toHaveLength(1);
    expect(types.filter((type) => type === 'surrendered')).toHaveLength(1);
  });
});
