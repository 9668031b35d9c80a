import { type KeptEvent } from '../transport-event.js';
import { courierExpectedBy, predictDelivery, timesOf } from './consignment-progress.js';
import { type ConsignmentState } from './consignment-status.js';

const NOW = new Date('2026-12-01T08:00:00Z');
const DEPARTURE = new Date('2026-12-06T00:00:00Z');
const UNKNOWN = { planned: null, estimated: null, actual: null };
const OFFERED = { departureDate: '2026-12-06', transitDays: { min: 3, max: 6 } };

describe('By when a courier should have said the next thing', () => {
  it.each<[string, ConsignmentState, boolean, string | null]>([
    ['answers a request within a quarter of an hour', 'requested', false, '2026-12-01T08:15:00.000Z'],
    ['collects within two days of the day agreed', 'accepted', false, '2026-12-08T00:00:00.000Z'],
    ['answers a wish to cancel at once', 'accepted', true, '2026-12-01T08:15:00.000Z'],
    ['scans within three days', 'in_transit', false, '2026-12-04T08:00:00.000Z'],
    ['has nothing more to say of what is over', 'delivered', false, null],
  ])('%s', (_what, state, isCancelling, expected) => {
    const due = courierExpectedBy({ state, isCancelling, departureDue: DEPARTURE }, NOW, true);
    expect(due?.toISOString() ?? null).toBe(expected);
  });
});

describe('When it should be there', () => {
  it.each([
    [
      'from the day planned, while it has not left',
      null,
      UNKNOWN,
      'offer',
      '2026-12-09T00:00:00.000Z',
      '2026-12-12T00:00:00.000Z',
    ],
    [
      'from when it left',
      '2026-12-07T10:00:00Z',
      UNKNOWN,
      'transit',
      '2026-12-10T10:00:00.000Z',
      '2026-12-13T10:00:00.000Z',
    ],
    [
      'as the courier says, whatever was offered',
      '2026-12-07T10:00:00Z',
      { ...UNKNOWN, estimated: new Date('2026-12-20T12:00:00Z') },
      ...['courier', '2026-12-20T12:00:00.000Z', '2026-12-20T12:00:00.000Z'],
    ],
  ] as const)('%s', (_what, departed, delivery, from, earliest, latest) => {
    const departedAt = departed === null ? null : new Date(departed);
    const predicted = predictDelivery({ delivery, departedAt, ...OFFERED });
    expect([predicted?.from, predicted?.earliest.toISOString(), predicted?.latest.toISOString()]).toEqual([
      from,
      earliest,
      latest,
    ]);
  });

  it('is no question any more once it is there', () => {
    const delivery = { ...UNKNOWN, actual: NOW };
    expect(predictDelivery({ delivery, departedAt: null, ...OFFERED })).toBeNull();
  });
});

describe('Times of a parcel', () => {
  const event = (classifier: KeptEvent['classifier'], at: string, reportedAt = at): KeptEvent => ({
    ...{ code: 'DEPA', classifier, location: null, isRetracted: false },
    ...{ at: new Date(at), reportedAt: new Date(reportedAt) },
  });

  it('are kept apart: the first hub that it left, the last estimate that was written', () => {
    const events = [
      event('ACT', '2026-12-08T00:00:00Z'),
      event('ACT', '2026-12-07T00:00:00Z'),
      event('EST', '2026-12-09T00:00:00Z', '2026-12-01T00:00:00Z'),
      event('EST', '2026-12-06T00:00:00Z', '2026-12-02T00:00:00Z'),
    ];
    const { planned, estimated, actual } = timesOf(events, 'DEPA', true);
    expect([planned, estimated?.getUTCDate(), actual?.getUTCDate()]).toEqual([null, 6, 7]);
    expect(timesOf(events, 'DEPA', false).actual?.getUTCDate()).toBe(8);
    expect(timesOf(events, 'DROP', false)).toEqual(UNKNOWN);
  });
});
