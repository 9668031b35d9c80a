import fc from 'fast-check';

import { type ProfileTerms } from '../parcels/profile.js';
import { EXPORT_DEPARTURE } from './export-departure.js';
import { monthsOver } from './export-return-law.js';
import { EXPORT_WITHDRAWAL } from './export-withdrawal.js';
import { type FiledParcel } from './filing-kind.js';
import { commandBy, PARCEL_FILING, recordStepOf } from './filing-status.js';
import { planFiling } from './plan.js';

const COMPANY = { code: '3302986YQ8', name: '宁波示例电子商务有限公司' };
const terms = { agent: COMPANY, dxpId: 'DXPENT0000012345' } as ProfileTerms;
const parcel = (number: number, head: Record<string, string> = {}): FiledParcel => ({
  id: `p${number}`,
  orderNo: `SO-${number}`,
  state: 'released',
  invtNo: `31052026E${String(number).padStart(9, '0')}`,
  preNo: null,
  releasedAt: null,
  list: { head: { customsCode: '3105', logisticsNo: `W${number}`, trafMode: '5', ...head }, lines: [] },
  returned: null,
  others: [],
});
const parcels = (count: number) => Array.from({ length: count }, (_, number) => parcel(number));
let ids = 0;
const nextId = () => `0199f0c1-7a3e-7c55-a1b2-${String((ids += 1)).padStart(12, '0')}`;
const given = { id: '0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11', terms, now: new Date('2026-11-29T00:00:00Z') };

describe('A filing about parcels', () => {
  it('goes from queued to what customs makes of all of its records', () => {
    const transitions = PARCEL_FILING.commands.map(
      (command) => `${PARCEL_FILING.table[command].from.join(',')} ${command} ${PARCEL_FILING.table[command].to}`,
    );
    expect(transitions).toEqual([
      'queued send sent',
      'queued,sent accept accepted',
      'queued,sent divide partly',
      'queued,sent reject rejected',
    ]);
  });

  it.each([
    ['queued', { waiting: 2, accepted: 0, rejected: 0 }, 'send'],
    ['sent', { waiting: 1, accepted: 1, rejected: 0 }, null],
    ['sent', { waiting: 0, accepted: 2, rejected: 0 }, 'accept'],
    ['sent', { waiting: 0, accepted: 0, rejected: 2 }, 'reject'],
    ['queued', { waiting: 0, accepted: 1, rejected: 1 }, 'divide'],
  ] as const)('%s with %p: %s', (state, tally, command) => {
    expect(commandBy(state, tally)).toBe(command);
  });

  it.each([
    ['rejected', 'concluded', 'rejected'],
    ['error', 'concluded', 'rejected'],
    ['send_failed', 'stored', 'rejected'],
    ['stored', 'concluded', 'waiting'],
    ['stored', 'stored', 'accepted'],
    ['concluded', 'stored', 'accepted'],
  ] as const)('a receipt that says %s, where %s is enough, makes it %s', (meaning, enough, outcome) => {
    expect(recordStepOf(meaning, enough)?.outcome).toBe(outcome);
  });

  it('knows no step in what means nothing', () => {
    expect(recordStepOf('other', 'concluded')).toBeNull();
  });

  it('gives each parcel a record of its own, a hundred in a message, each under a number of its own', () => {
    const said = { reason: '买家取消订单' };
    const plan = planFiling(EXPORT_WITHDRAWAL, { ...given, said, parcels: parcels(250) }, nextId);
    const written = plan.messages.map(({ json }) => json['InvtCancel'] as { guid: string; copNo: string }[]);
    expect(written.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(new Set(written.flat().map(({ copNo }) => copNo)).size).toBe(250);
    expect(plan.records.map(({ guid }) => guid)).toEqual(written.flat().map(({ guid }) => guid));
  });

  it('numbers the messages of one document, and parts what differs', () => {
    const said = { departedAt: '2026-11-28T00:00:00Z' };
    const mixed = [...parcels(2_500), parcel(9_999, { customsCode: '2244' })];
    const plan = planFiling(EXPORT_DEPARTURE, { ...given, said, parcels: mixed }, nextId);
    const heads = plan.messages.map(({ json }) => {
      const [record] = json['Departure'] as { DepartureHead: Record<string, string> }[];
      const { customsCode, copNo, msgCount, msgSeqNo } = record?.DepartureHead ?? {};
      return [customsCode, copNo, `${msgSeqNo ?? ''}/${msgCount ?? ''}`];
    });
    const [one, other] = ['A1B26F0D2B9C4E110000', 'A1B26F0D2B9C4E110001'];
    expect(heads).toEqual([
      ['3105', one, '1/3'],
      ['3105', one, '2/3'],
      ['3105', one, '3/3'],
      ['2244', other, '1/1'],
    ]);
  });

  it('has each parcel in one record, whatever the kind', () => {
    const some = fc.array(fc.constantFrom('3105', '2244'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(some, fc.boolean(), (offices, isDeparture) => {
        const all = offices.map((customsCode, number) => parcel(number, { customsCode }));
        const plan = isDeparture
          ? planFiling(
              EXPORT_DEPARTURE,
              { ...given, said: { departedAt: '2026-11-28T00:00:00Z' }, parcels: all },
              nextId,
            )
          : planFiling(EXPORT_WITHDRAWAL, { ...given, said: { reason: 'x' }, parcels: all }, nextId);
        const placed = plan.records.flatMap(({ parcels: some }) => some.map(({ id }) => id));
        expect(placed.sort()).toEqual(all.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('The return of exports', () => {
  it.each<[released: string, now: string, months: number | null, why: string]>([
    ['2025-11-29T03:00:00Z', '2026-11-29T03:00:00Z', null, 'the last day'],
    ['2025-11-28T03:00:00Z', '2026-11-29T03:00:00Z', 12, 'a day later'],
    ['2025-11-28T17:00:00Z', '2026-11-29T03:00:00Z', null, 'released on the 29th, by the day of China'],
    ['2019-01-01T03:00:00Z', '2026-11-29T03:00:00Z', null, 'before there was a law'],
  ])('released %s, on %s: %p (%s)', (released, now, months, _why) => {
    expect(monthsOver(new Date(released), new Date(now))).toBe(months);
  });
});
