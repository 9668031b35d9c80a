import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import { readBooking, readNotification } from './dcsa-booking.js';
import { readEvents } from './dcsa-events.js';

const BOOKING = {
  bookingStatus: 'CONFIRMED',
  carrierBookingRequestReference: 'req-1',
  carrierBookingReference: 'SBK1',
  transportDocumentReferences: ['SNBX1', 'SNBX2'],
  references: [
    { type: 'CR', value: 'SO-1' },
    { type: 'FF', value: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  ],
  transportPlan: [
    {
      transportPlanStage: 'MNC',
      transportPlanStageSequenceNumber: 3,
      vesselName: 'SECOND SHIP',
      plannedDepartureDate: '2026-12-20',
      plannedArrivalDate: '2027-01-04',
    },
    { transportPlanStage: 'PRC', transportPlanStageSequenceNumber: 1, plannedDepartureDate: '2026-12-03' },
    {
      transportPlanStage: 'MNC',
      transportPlanStageSequenceNumber: 2,
      vesselName: 'SBX ORIENT',
      vesselIMONumber: '9300001',
      carrierServiceCode: 'SBX1',
      carrierExportVoyageNumber: '026W',
      plannedDepartureDate: '2026-12-05',
      plannedArrivalDate: '2026-12-18',
    },
  ],
  shipmentCutOffTimes: [{ cutOffDateTimeCode: 'VCO', cutOffDateTime: '2026-12-04T18:00:00+08:00' }],
};

const notification = (data: object): Readonly<Record<string, unknown>> => ({
  specversion: '1.0',
  id: '1',
  type: 'org.dcsa.booking.v2',
  time: '2026-11-24T09:49:05.120Z',
  data,
});

describe('A booking as the carrier tells it', () => {
  it('is read with its numbers, its cut-offs and the ocean leg: first ship, last arrival', () => {
    expect(readBooking(BOOKING)).toMatchObject({
      bookingStatus: 'CONFIRMED',
      forwarderReference: 'bkg_01jdq3x7k2e9ta6v0m8r4c5wzb',
      carrierBookingReference: 'SBK1',
      transportDocumentReference: 'SNBX1',
      voyage: {
        vesselName: 'SBX ORIENT',
        voyageNumber: '026W',
        plannedDeparture: '2026-12-05',
        plannedArrival: '2027-01-04',
      },
      cutOffs: [{ code: 'VCO', at: '2026-12-04T18:00:00+08:00' }],
      asOf: null,
    });
  });

  it('is read from a notification that carries it whole', () => {
    const feedbacks = [{ severity: 'INFO', code: 'X', message: 'Welcome' }];
    const report = readNotification(notification({ bookingStatus: 'CONFIRMED', feedbacks, booking: BOOKING }));
    expect(report).toMatchObject({ transportDocumentReference: 'SNBX1', reasons: ['Welcome'] });
    expect(report.asOf).toEqual(new Date('2026-11-24T09:49:05.120Z'));
  });

  it('is read from a light notification, which leaves the rest open', () => {
    const report = readNotification(
      notification({ bookingStatus: 'RECEIVED', carrierBookingRequestReference: 'req-1' }),
    );
    expect(report).toMatchObject({ carrierBookingRequestReference: 'req-1', voyage: null, cutOffs: null });
  });

  it('is not guessed at: an unknown state and a time without offset are unreadable', () => {
    expect(() => readBooking({ bookingStatus: 'PARKED' })).toThrow(UnreadableCarrierMessageError);
    const timeless = { ...notification({ bookingStatus: 'RECEIVED' }), time: '2026-11-24T09:49:05' };
    expect(() => readNotification(timeless)).toThrow(UnreadableCarrierMessageError);
  });
});

const DEPARTURE = {
  eventID: 'e-1',
  eventCreatedDateTime: '2026-12-05T21:16:00+08:00',
  eventType: 'TRANSPORT',
  eventClassifierCode: 'ACT',
  eventDateTime: '2026-12-05T21:15:00+08:00',
  transportEventTypeCode: 'DEPA',
  transportCall: {
    UNLocationCode: 'CNNGB',
    exportVoyageNumber: '026W',
    vessel: { vesselIMONumber: 9300001, vesselName: 'SBX ORIENT' },
  },
  documentReferences: [
    { documentReferenceType: 'BKG', documentReferenceValue: 'SBK1' },
    { documentReferenceType: 'TRD', documentReferenceValue: 'SNBX1' },
  ],
  references: [{ referenceType: 'FF', referenceValue: 'bkg_1' }],
};

describe('Track & Trace events', () => {
  it('are read with the offset of the port and every number they name', () => {
    expect(readEvents([DEPARTURE]).events).toEqual([
      {
        eventId: 'e-1',
        eventType: 'TRANSPORT',
        classifier: 'ACT',
        code: 'DEPA',
        sourceCode: 'DEPA',
        source: 'carrier',
        at: '2026-12-05T21:15:00+08:00',
        reportedAt: '2026-12-05T21:16:00+08:00',
        location: 'CNNGB',
        equipmentReference: null,
        vesselName: 'SBX ORIENT',
        voyageNumber: '026W',
        delayReason: null,
        remark: null,
        references: {
          forwarderReference: 'bkg_1',
          carrierBookingRequestReference: null,
          carrierBookingReference: 'SBK1',
          transportDocumentReference: 'SNBX1',
        },
      },
    ]);
  });

  it('are read as version 3 writes them, by the names that version 2 has', () => {
    const { events } = readEvents([
      {
        metadata: { eventID: 'e-3', eventCreatedDateTime: '2022-10-03T02:55:00+03:00', eventType: 'EQUIPMENT' },
        payload: {
          eventClassifierCode: 'ACTUAL',
          eventDateTime: '2022-11-12T07:41:00+08:30',
          equipmentEventTypeCode: 'GATED_IN',
          equipmentReference: 'APZU4812090',
          eventLocation: { UNLocationCode: 'NLRTM' },
          transportCall: { carrierExportVoyageNumber: '2103S', vessel: { name: 'King of the Seas' } },
          relatedDocumentReferences: [
            { type: 'BKG', value: 'ABC123059' },
            { type: 'TRD', value: '85943567' },
          ],
        },
      },
    ]);
    expect(events).toMatchObject([
      {
        ...{ eventId: 'e-3', classifier: 'ACT', code: 'GTIN', sourceCode: 'GATED_IN', location: 'NLRTM' },
        ...{ vesselName: 'King of the Seas', voyageNumber: '2103S', equipmentReference: 'APZU4812090' },
        references: { carrierBookingReference: 'ABC123059', transportDocumentReference: '85943567' },
      },
    ]);
  });

  it('are taken back by a retraction, in the event or in its metadata', () => {
    const { events, retractions } = readEvents([
      { eventID: 'r-1', retractedEventID: 'e-1' },
      { metadata: { eventID: 'r-2', retractedEventID: 'e-2' } },
    ]);
    expect(events).toEqual([]);
    expect(retractions).toEqual([
      { eventId: 'r-1', retractedEventId: 'e-1' },
      { eventId: 'r-2', retractedEventId: 'e-2' },
    ]);
  });

  it.each<[string, object]>([
    ['an unknown classifier', { eventClassifierCode: 'REQ' }],
    ['no type', { transportEventTypeCode: undefined }],
    ['no id', { eventID: undefined }],
    ['a time without offset', { eventDateTime: '2026-12-05T21:15:00' }],
  ])('are not guessed at: %s is unreadable', (_what, change) => {
    expect(() => readEvents([{ ...DEPARTURE, ...change }])).toThrow(UnreadableCarrierMessageError);
  });
});
