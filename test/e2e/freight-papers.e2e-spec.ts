import { CourierDesk } from '../support/courier-desk.js';
import { HELD_BY_CUSTOMS, key } from '../support/freight-desk.js';
import { boxNumber, INSTRUCTIONS, LadingDesk } from '../support/lading-desk.js';
import { BUYER, LINE } from '../support/order-samples.js';
import { pdfPages } from '../support/pdf-text.js';
import { printed, shellExamples, typed } from '../support/shell-examples.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Document {
  readonly id: string;
  readonly state: string;
  readonly wish: string | null;
  readonly transportDocumentReference: string;
}

let platform: TestPlatform;
let tenant: TestTenant;
let desk: LadingDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  tenant = await platform.tenant('Elbe Forwarding');
  desk = new LadingDesk(platform, tenant);
});
afterAll(() => platform.stop());

const file = async (path: string, { apiKey } = tenant) => {
  const headers = { authorization: `Bearer ${apiKey}` };
  const answer = await fetch(`${platform.config.publicUrl}/v1/freight/${path}`, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes };
};
/** The words on the pages, in one line, so that it does not matter where a line was broken. */
const words = async (path: string): Promise<string[]> => {
  const { status, bytes } = await file(path);
  if (status !== 200) throw new Error(bytes.toString());
  return pdfPages(bytes).map((page) => page.replace(/\s+/g, ' '));
};
const codeOf = async (path: string) => {
  const { status, bytes } = await file(path);
  return `${status} ${(JSON.parse(bytes.toString()) as { code: string }).code}`;
};
const newest = async (bookingId: string, state: string): Promise<Document> => {
  const read = async () =>
    (await desk.client.get<{ data: Document[] }>(`/v1/freight/bookings/${bookingId}/transport-documents`)).body.data;
  const [found] = await eventually(read, ([first]) => first?.state === state && first.wish === null);
  if (found === undefined) throw new Error('There is none');
  return found;
};
const act = (id: string, action: string, body: object = {}) =>
  desk.client.post<Document>(`/v1/freight/transport-documents/${id}/${action}`, body, key());

describe('A packing list', () => {
  it('is there from the booking on; what is in which container once it was instructed', async () => {
    const booking = await desk.booked({ word: 'PL' });
    const path = `bookings/${booking.id}/packing-list`;
    const [before = ''] = await words(path);
    for (const each of ['Ningbo Example Trading Co., Ltd.', '宁波示例进出口有限公司', BUYER.name, 'FOB']) {
      expect(before).toContain(each);
    }
    expect(before).toContain('8516609000 Electric oven 电烤箱 1000 cartons 纸箱 8000.000 9000.000 27.500');
    expect(before).toContain('Ningbo, CN (CNNGB)');
    expect(before).not.toContain('Containers');
    await desk.submit(booking.id, { ...INSTRUCTIONS, shippingMarks: 'HAUSHALT C/NO. 1-1000' });
    await newest(booking.id, 'draft');
    const [after = ''] = await words(path);
    expect(after).toContain('HAUSHALT C/NO. 1-1000');
    expect(after).toContain(`${boxNumber(795_001)} 22G1 CN1234567 CAR 1 1000 9000.000 27.500`);
    const { headers, bytes } = await file(path);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${booking.id}.pdf"`);
    expect((await file(path)).bytes.equals(bytes)).toBe(true);
  });

  it('of many lines goes over pages, each with its head and its number, and adds up', async () => {
    const lines = Array.from({ length: 120 }, (_none, index) => ({
      ...LINE,
      ...LIGHT,
      goodsNameEn: `Oven ${index + 1}`,
    }));
    const orderId = await desk.freight.place({ word: 'LONG', order: { ...HELD_BY_CUSTOMS, lines } });
    const [booking] = await eventually(
      () => desk.freight.bookingsOf(orderId),
      (all) => all.length > 0,
    );
    const pages = await words(`bookings/${booking?.id ?? ''}/packing-list`);
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toMatch(/PACKING LIST .* LONG-\d+ .*HS code/);
    });
    expect(pages.at(-1)).toContain('TOTAL 合计 240 120.000 120.120 12.000');
  });

  it('is not there for a booking by which nothing goes', async () => {
    const booking = await desk.booked({ word: 'GONE' });
    await desk.freight.cancel(booking.id);
    await desk.freight.until(booking.id, ({ state }) => state === 'cancelled');
    expect(await codeOf(`bookings/${booking.id}/packing-list`)).toBe('409 FREIGHT.BOOKING_NOT_CONFIRMED');
  });
});

const LIGHT = {
  ...{ quantity: '2', firstQuantity: '2', secondQuantity: '1', total: { amount: '20.00', currency: 'USD' } },
  ...{ netWeightKg: '1', grossWeightKg: '1.001', volumeCbm: '0.1', packages: 2 },
  purchase: { amountExVat: { amount: '100.00', currency: 'CNY' }, vatRate: '0.13' },
};

describe('Shipping instructions', () => {
  it('are printed as the carrier knows them', async () => {
    const { id, bookingId, shippingInstructionsReference } = await desk.instructed({ word: 'SI' });
    const [page = ''] = await words(`shipping-instructions/${id}/document`);
    for (const each of [id, shippingInstructionsReference ?? '', BUYER.name, BUYER.address, 'BILL OF LADING 提单']) {
      expect(page).toContain(each);
    }
    expect(page).toContain('TOTAL 合计 1000 9000.000 kg 27.500 m³');
    const vessel = (await desk.freight.read(bookingId)).body.vesselName ?? '';
    expect(page).toContain(vessel);
    expect(await codeOf('shipping-instructions/sin_01jdq3x7k2e9ta6v0m8r4c5wzb/document')).toBe('404 REQUEST.NOT_FOUND');
  });
});

describe('A transport document', () => {
  it('is a draft, then a copy, of the carrier’s; of ours a set of originals', async () => {
    const { bookingId } = await desk.instructed({ word: 'BL' });
    const draft = await newest(bookingId, 'draft');
    const path = `transport-documents/${draft.id}/document`;
    const [drafted = ''] = await words(path);
    expect(drafted).toContain(`BILL OF LADING 提单 ${draft.transportDocumentReference} DRAFT 草稿`);
    expect(drafted).toContain('Sandbox Line');
    await act(draft.id, 'approval');
    await newest(bookingId, 'issued');
    const copies = await words(path);
    expect(copies.length).toBe(1);
    expect(copies[0]).toContain('COPY NON-NEGOTIABLE 副本 不可转让');
    expect(copies[0]).toContain(`${BUYER.name} Hafenstrasse 1, 20457 Hamburg`);

    const transportDocumentReference = `ENTH${Date.now()}`;
    const consignee = { name: 'Łódź Żaba Sp. z o.o.', address: 'ul. Świętokrzyska 12' };
    const house = (await act(draft.id, 'house-documents', { transportDocumentReference, consignee })).body;
    expect((await words(`transport-documents/${house.id}/document`))[0]).toContain('DRAFT 草稿');
    await act(house.id, 'approval');
    const originals = await words(`transport-documents/${house.id}/document`);
    expect(originals.map((page) => /ORIGINAL \d\/\d/.exec(page)?.[0])).toEqual(
      [1, 2, 3].map((of) => `ORIGINAL ${of}/3`),
    );
    for (const each of [consignee.name, consignee.address, 'Elbe Forwarding', 'Page 1 of 1']) {
      expect(originals[2]).toContain(each);
    }
    await act(house.id, 'surrender', { purpose: 'delivery', manner: 'originals' });
    expect((await words(`transport-documents/${house.id}/document`))[0]).toContain('SURRENDERED 已交回');
  });

  it('of which the carrier has told the state alone is not printed yet', async () => {
    const { bookingId } = await desk.instructed({ word: 'BARE' });
    const { id, transportDocumentReference } = await newest(bookingId, 'draft');
    await platform.rows(
      `UPDATE freight.transport_document SET document = '{}' WHERE transport_document_reference = $1`,
      [transportDocumentReference],
    );
    expect(await codeOf(`transport-documents/${id}/document`)).toBe('409 FREIGHT.DOCUMENT_NOT_READY');
  });

  it('is nobody else’s to read', async () => {
    const { id, bookingId } = await desk.instructed({ word: 'OWN' });
    const { id: documentId } = await newest(bookingId, 'draft');
    const stranger = await platform.tenant();
    for (const path of [
      `bookings/${bookingId}/packing-list`,
      `shipping-instructions/${id}/document`,
      `transport-documents/${documentId}/document`,
    ]) {
      expect([(await file(path)).status, (await file(path, stranger)).status]).toEqual([200, 404]);
    }
  });
});

describe('A label', () => {
  it('has every letter of the address, and so has the form behind it', async () => {
    const courier = new CourierDesk(platform, tenant);
    const recipient = {
      name: 'Spółdzielnia Jaśmin',
      address: 'ul. Łąkowa 5, Łódź',
      postalCode: '20095',
      country: 'DE',
    };
    const { id } = await courier.booked('postal', 'LETTERS', { recipient: { ...recipient, phone: '+49405550142' } });
    await courier.until(id, (one) => one.waybillNumber !== null);
    const pages = await words(`consignments/${id}/labels`);
    expect(pages).toHaveLength(2);
    for (const page of pages)
      for (const each of ['Spółdzielnia Jaśmin', 'Łąkowa 5, Łódź']) expect(page).toContain(each);
  });
});

describe('A consignment by rail', () => {
  it('has a consignment note behind its labels', async () => {
    const courier = new CourierDesk(platform, tenant);
    const { id } = await courier.booked('rail', 'RAIL');
    const { waybillNumber } = await courier.until(id, (one) => one.waybillNumber !== null);
    const pages = await words(`consignments/${id}/labels`);
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain(`RAIL CONSIGNMENT NOTE 铁路运单 SMGS / CIM ${waybillNumber ?? ''}`);
    for (const each of ['Cotton T-shirts', 'Отправитель', 'Alster Handel GmbH', 'TOTAL 合计 1.500 0.006']) {
      expect(pages[1]).toContain(each);
    }
  });
});

const EXAMPLES = shellExamples('docs/freight-documents.md');

describe('The page on freight documents', () => {
  it.each(EXAMPLES.map((example) => [example.heading, example] as const))(
    '%s',
    async (_heading, example) => {
      const { apiKey } = await platform.tenant();
      expect(await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey })).toMatch(printed(example));
    },
    90_000,
  );
});
