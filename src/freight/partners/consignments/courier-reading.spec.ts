import { UnreadableCourierMessageError } from '../../domain/consignments/consignment.errors.js';
import { readCourierReport } from './courier-reading.js';

const EVENT = {
  ...{ id: 'e1', scheme: 'upu', code: 'EMC', classifier: 'ACT', location: 'CNPVG' },
  ...{ at: '2026-12-06T18:00:00+08:00', reportedAt: '2026-12-06T10:01:00Z' },
};
const REPORT = { reference: 'csg_1', status: 'ACCEPTED', asOf: '2026-12-05T02:00:00Z', events: [EVENT] };
const read = (change: object = {}) => readCourierReport(JSON.stringify({ ...REPORT, ...change }));

describe('A report of a courier', () => {
  it('is read with numbers as they are scanned, and codes as sea tracking has them', () => {
    const report = read({ waybillNumber: '160-1234 5675', trackingNumbers: ['ee 123 456 785 cn'] });
    expect([report.waybillNumber, report.trackingNumbers]).toEqual(['16012345675', ['EE123456785CN']]);
    expect(report.events).toEqual([
      {
        ...{ eventId: 'e1', classifier: 'ACT', code: 'DEPA', sourceCode: 'EMC', location: 'CNPVG' },
        ...{ at: EVENT.at, reportedAt: EVENT.reportedAt, trackingNumber: null, remark: null },
      },
    ]);
  });

  it('keeps a code that nobody knows as it is', () => {
    const [event] = read({ events: [{ ...EVENT, code: 'EMZ' }] }).events;
    expect([event?.code, event?.sourceCode]).toEqual(['EMZ', 'EMZ']);
  });

  it.each([
    ['no reference', { reference: '' }],
    ['a status of its own', { status: 'ON_A_CAMEL' }],
    ['no time', { asOf: 'yesterday' }],
    ['an event without an id', { events: [{ ...EVENT, id: null }] }],
    ['an event of no kind', { events: [{ ...EVENT, classifier: 'MAYBE' }] }],
  ])('with %s cannot be read', (_what, change) => {
    expect(() => read(change)).toThrow(UnreadableCourierMessageError);
  });

  it.each(['', '[]', 'null', '{', '"x"'])('that is %j cannot be read', (body) => {
    expect(() => readCourierReport(body)).toThrow(UnreadableCourierMessageError);
  });
});
