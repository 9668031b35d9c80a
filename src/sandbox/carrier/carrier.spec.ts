import { Harness } from '../testing/harness.js';
import { booking, declaration } from '../testing/samples.js';
import { isContainerNumber } from '../world/container-number.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `bkg_${String((serial += 1))}`;

interface Notification {
  readonly data: {
    readonly bookingStatus: string;
    readonly bookingCancellationStatus?: string;
    readonly carrierBookingReference?: string;
    readonly feedbacks: readonly { readonly message: string }[];
    readonly booking: Record<string, unknown> & {
      readonly transportDocumentReferences: readonly string[];
      readonly transportPlan: readonly Record<string, unknown>[];
      readonly shipmentCutOffTimes: readonly { readonly cutOffDateTimeCode: string; readonly cutOffDateTime: string }[];
    };
  };
}
interface Milestone {
  readonly eventClassifierCode: string;
  readonly eventDateTime: string;
  readonly transportEventTypeCode?: string;
  readonly equipmentEventTypeCode?: string;
  readonly equipmentReference?: string;
  readonly delayReasonCode?: string;
}

const place = (reference: string, changes: object = {}, ownReference?: string): ReturnType<Harness['call']> =>
  world.call('POST', '/carrier/v2/bookings', booking(reference, changes, ownReference));
const parsed = (reference: string): (Notification | Milestone[])[] =>
  world.bodies('carrier', reference).map((body) => JSON.parse(body) as Notification | Milestone[]);
const notifications = (reference: string): Notification[] =>
  parsed(reference).filter((item): item is Notification => !Array.isArray(item));
const milestones = (reference: string): Milestone[] =>
  parsed(reference)
    .filter((item) => Array.isArray(item))
    .flat();
const statuses = (reference: string): string[] => notifications(reference).map(({ data }) => data.bookingStatus);
const story = (reference: string): string =>
  milestones(reference)
    .map(
      (event) => `${event.eventClassifierCode} ${event.transportEventTypeCode ?? event.equipmentEventTypeCode ?? ''}`,
    )
    .join(', ');

async function confirmed(reference: string): Promise<Notification> {
  await world.told('carrier', 3, reference);
  const found = notifications(reference).find(({ data }) => data.bookingStatus === 'CONFIRMED');
  if (found === undefined) throw new Error(`Not confirmed: ${statuses(reference).join()}`);
  return found;
}

async function released(billNo: string, dec: string): Promise<void> {
  await world.call('POST', '/customs/declarations', declaration({ ContrNo: dec, BillNo: billNo }), {
    'x-message-id': dec,
  });
}

describe('Booking a container', () => {
  it('answers with a request reference, and confirms with vessel, voyage, bill number and cut-offs', async () => {
    const reference = newReference();
    const answer = await place(reference);
    expect(answer.status).toBe(202);
    const { data } = await confirmed(reference);
    expect(data.carrierBookingReference).toMatch(/^SBK\d{9}$/);
    expect(data.booking.transportDocumentReferences[0]).toMatch(/^SNBX\d{13}$/);
    expect(data.booking.transportPlan[0]).toMatchObject({
      plannedDepartureDate: '2026-12-05',
      plannedArrivalDate: '2027-01-04',
    });
    expect(data.booking.shipmentCutOffTimes.map(({ cutOffDateTimeCode }) => cutOffDateTimeCode)).toEqual([
      'DCO',
      'VCO',
      'FCO',
    ]);
    expect(data.booking['carrierBookingRequestReference']).toBe(answer.json['carrierBookingRequestReference']);
    expect(data.booking['contractQuotationReference']).toBe('Q-1');
  });

  it('plans and estimates the voyage, and loads nothing before customs let it go', async () => {
    const reference = newReference();
    await place(reference);
    await confirmed(reference);
    expect(story(reference)).toBe('PLN DEPA, PLN ARRI, EST DEPA, EST ARRI');
    expect(statuses(reference)).toEqual(['RECEIVED', 'CONFIRMED']);
  });

  it.each(['bill number', 'booking number'])('carries the goods once they are released under the %s', async (which) => {
    const reference = newReference();
    await place(reference);
    const { data } = await confirmed(reference);
    const bill = data.booking.transportDocumentReferences[0] ?? '';
    await released(which === 'bill number' ? bill : (data.carrierBookingReference ?? ''), `dec-of-${reference}`);
    await world.eventually(
      () => statuses(reference),
      (seen) => seen.includes('COMPLETED'),
    );
    expect(story(reference)).toBe(
      'PLN DEPA, PLN ARRI, EST DEPA, EST ARRI, ACT GTIN, ACT GTIN, ACT LOAD, ACT LOAD, ACT DEPA, EST ARRI, ACT ARRI, ACT DISC, ACT DISC',
    );
    const receipts = await world.told('customs', 4, `dec-of-${reference}`);
    expect(receipts[2]).toContain('<MessageType>MT5402</MessageType>');
  });

  it('gives containers numbers with a right check digit, and times with the offset of the port', async () => {
    const reference = newReference();
    await place(reference);
    const { data } = await confirmed(reference);
    await released(data.booking.transportDocumentReferences[0] ?? '', `dec-of-${reference}`);
    await world.eventually(
      () => statuses(reference),
      (seen) => seen.includes('COMPLETED'),
    );
    const load = milestones(reference).find(({ equipmentEventTypeCode }) => equipmentEventTypeCode === 'LOAD');
    expect(isContainerNumber(load?.equipmentReference ?? '')).toBe(true);
    expect(load?.eventDateTime).toMatch(/\+08:00$/);
    const arrival = milestones(reference).find((event) => event.transportEventTypeCode === 'ARRI');
    expect(arrival?.eventDateTime).toBe('2027-01-04T08:00:00+01:00');
  });

  it('shows booking and events to who asks, by any of its numbers', async () => {
    const reference = newReference();
    const answer = await place(reference);
    const { data } = await confirmed(reference);
    const shown = await world.call(
      'GET',
      `/carrier/v2/bookings/${String(answer.json['carrierBookingRequestReference'])}`,
    );
    expect(shown.json).toMatchObject({
      bookingStatus: 'CONFIRMED',
      carrierBookingReference: data.carrierBookingReference,
    });
    const events = await world.call(
      'GET',
      `/carrier/v2/events?carrierBookingReference=${data.carrierBookingReference ?? ''}`,
    );
    expect(events.json).toHaveLength(4);
  });
});

describe('What the carrier refuses at once', () => {
  const faulty: readonly (readonly [why: string, changes: object, jsonPath: string])[] = [
    ['no quotation and no contract', { contractQuotationReference: undefined }, '$.serviceContractReference'],
    [
      'no port of discharge',
      { shipmentLocations: [{ location: { UNLocationCode: 'CNNGB' }, locationTypeCode: 'POL' }] },
      '$.shipmentLocations',
    ],
    [
      'equipment without a size-type',
      { requestedEquipments: [{ units: 1, isShipperOwned: false }] },
      '$.requestedEquipments[0].ISOEquipmentCode',
    ],
    ['no forwarder reference', { references: [] }, '$.references'],
  ];

  it.each(faulty)('%s', async (_why, changes, jsonPath) => {
    const answer = await place(newReference(), changes);
    expect(answer.status).toBe(400);
    const errors = answer.json['errors'] as { jsonPath: string }[];
    expect(errors.map((error) => error.jsonPath)).toContain(jsonPath);
  });

  it('a second booking under a reference that is in use for another', async () => {
    const reference = newReference();
    await place(reference);
    expect((await place(reference, { incoTerms: 'FOB' })).status).toBe(409);
  });
});

describe('Cancelling', () => {
  const patch = (reference: string, body: object): ReturnType<Harness['call']> =>
    world.call('PATCH', `/carrier/v2/bookings/${reference}`, body);

  it('a confirmed booking is granted before loading', async () => {
    const reference = newReference();
    await place(reference);
    const { data } = await confirmed(reference);
    const answer = await patch(data.carrierBookingReference ?? '', {
      bookingCancellationStatus: 'CANCELLATION_RECEIVED',
    });
    expect(answer.status).toBe(202);
    await world.eventually(
      () => statuses(reference),
      (seen) => seen.includes('CANCELLED'),
    );
    expect(notifications(reference).at(-1)?.data.bookingCancellationStatus).toBe('CANCELLATION_CONFIRMED');
  });

  it('a booking that was lost ends it', async () => {
    const reference = newReference();
    const answer = await place(reference, {}, 'PO-SBX-NEVER');
    const request = String(answer.json['carrierBookingRequestReference']);
    expect((await patch(request, { bookingStatus: 'CANCELLED' })).status).toBe(202);
    await world.eventually(
      () => statuses(reference),
      (seen) => seen.join() === 'CANCELLED',
    );
  });

  it('a confirmed booking as if it were a request is a conflict', async () => {
    const reference = newReference();
    await place(reference);
    const { data } = await confirmed(reference);
    expect((await patch(data.carrierBookingReference ?? '', { bookingStatus: 'CANCELLED' })).status).toBe(409);
  });
});

describe('Magic words in the references', () => {
  it('SBX-REJECT rejects with a reason', async () => {
    const reference = newReference();
    await place(reference, {}, 'PO-SBX-REJECT');
    await world.told('carrier', 2, reference);
    expect(statuses(reference)).toEqual(['RECEIVED', 'REJECTED']);
    expect(notifications(reference)[1]?.data.feedbacks[0]?.message).toMatch(/space/);
  });

  it('SBX-DECLINE declines after the confirmation', async () => {
    const reference = newReference();
    await place(reference, {}, 'PO-SBX-CARRIER-DECLINE');
    await world.told('carrier', 3, reference);
    expect(statuses(reference)).toEqual(['RECEIVED', 'CONFIRMED', 'DECLINED']);
  });

  it('SBX-ROLLED moves the estimate by a week and says why', async () => {
    const reference = newReference();
    await place(reference, {}, 'PO-SBX-ROLLED');
    await world.told('carrier', 4, reference);
    const rolled = milestones(reference).find(({ delayReasonCode }) => delayReasonCode !== undefined);
    expect(rolled).toMatchObject({ transportEventTypeCode: 'DEPA', eventDateTime: '2026-12-12T18:00:00+08:00' });
  });

  it('SBX-NEVER leaves nothing to ask for', async () => {
    const { json } = await place(newReference(), {}, 'PO-SBX-NEVER');
    const asked = await world.call('GET', `/carrier/v2/bookings/${String(json['carrierBookingRequestReference'])}`);
    expect(asked.status).toBe(404);
  });

  it('SBX-LOST goes on when the booking is sent again, and answers the same', async () => {
    const reference = newReference();
    const first = await place(reference, {}, 'PO-SBX-LOST');
    expect(statuses(reference)).toEqual([]);
    const again = await place(reference, {}, 'PO-SBX-LOST');
    expect(again.text).toBe(first.text);
    await confirmed(reference);
  });

  it('SBX-DOWN-ONCE fails the first request without effect', async () => {
    const reference = newReference();
    expect((await place(reference, {}, 'PO-SBX-DOWN-ONCE')).status).toBe(503);
    expect((await place(reference, {}, 'PO-SBX-DOWN-ONCE')).status).toBe(202);
    await confirmed(reference);
  });

  it('SBX-HANGUP takes the booking and cuts the connection', async () => {
    const reference = newReference();
    await expect(place(reference, {}, 'PO-SBX-HANGUP')).rejects.toThrow();
    expect((await place(reference, {}, 'PO-SBX-HANGUP')).status).toBe(202);
    const { json } = await world.control('GET', `/received?partner=carrier&reference=${reference}`);
    expect(json['counts']).toEqual({ [reference]: { taken: 1, repeated: 1 } });
  });
});

describe('Changing a booking', () => {
  const change = (name: string, body: object): ReturnType<Harness['call']> =>
    world.call('PUT', `/carrier/v2/bookings/${name}`, body);
  const updateOf = (reference: string, names: object, ownReference?: string): object => ({
    ...booking(reference, { expectedDepartureDate: '2026-12-12' }, ownReference),
    ...names,
  });
  const amendments = (reference: string): (string | undefined)[] =>
    notifications(reference).map(({ data }) => (data as { amendedBookingStatus?: string }).amendedBookingStatus);

  it('is asked for before it confirms, with a reason, and confirms what it then got', async () => {
    const reference = newReference();
    const { json } = await place(reference, {}, 'SBX-PENDING-UPDATE');
    await world.told('carrier', 2, reference);
    expect(statuses(reference)).toEqual(['RECEIVED', 'PENDING_UPDATE']);
    expect(notifications(reference).at(-1)?.data.feedbacks[0]?.message).toMatch(/choose another day/);
    const name = String(json['carrierBookingRequestReference']);
    const body = updateOf(reference, { carrierBookingRequestReference: name }, 'SBX-PENDING-UPDATE');
    expect((await change(name, body)).status).toBe(202);
    await world.told('carrier', 5, reference);
    expect(statuses(reference).slice(2)).toEqual(['UPDATE_RECEIVED', 'CONFIRMED']);
    const { data } = await confirmed(reference);
    expect(data.booking.transportPlan[0]).toMatchObject({ plannedDepartureDate: '2026-12-12' });
  });

  it('is an amendment once it has confirmed: the booking stands until that is decided, or taken back', async () => {
    const reference = newReference();
    await place(reference, {}, 'SBX-AMENDMENT-WAITS');
    const { data } = await confirmed(reference);
    const number = data.carrierBookingReference ?? '';
    const body = updateOf(reference, { carrierBookingReference: number }, 'SBX-AMENDMENT-WAITS');
    expect((await change(number, body)).status).toBe(202);
    await world.told('carrier', 4, reference);
    expect(amendments(reference).at(-1)).toBe('AMENDMENT_RECEIVED');
    const shown = async (query = ''): Promise<unknown> =>
      (await world.call('GET', `/carrier/v2/bookings/${number}${query}`)).json['expectedDepartureDate'];
    expect([await shown(), await shown('?amendedContent=true')]).toEqual(['2026-12-05', '2026-12-12']);
    const drop = { amendedBookingStatus: 'AMENDMENT_CANCELLED' };
    expect((await world.call('PATCH', `/carrier/v2/bookings/${number}`, drop)).status).toBe(202);
    await world.told('carrier', 5, reference);
    expect(amendments(reference).at(-1)).toBe('AMENDMENT_CANCELLED');
    expect(await shown()).toBe('2026-12-05');
  });

  it('is refused for a booking that the message does not name', async () => {
    const reference = newReference();
    const { json } = await place(reference);
    await confirmed(reference);
    const name = String(json['carrierBookingRequestReference']);
    const { status, json: problem } = await change(name, updateOf(reference, { carrierBookingReference: 'SBK0' }));
    expect([status, JSON.stringify(problem)]).toEqual([400, expect.stringContaining('must name this booking')]);
  });
});
