import fc from 'fast-check';

import { judgeDocument } from './document-report.js';
import { DOCUMENT_STATES, documentActions, TRANSPORT_DOCUMENT } from './transport-document-status.js';

const AT = (minute: number): Date => new Date(Date.UTC(2026, 10, 30, 8, minute));

describe('What the carrier says of a transport document', () => {
  it.each([
    ['draft', 'issued', 20, ['issue'], 'the approval was lost'],
    ['approved', 'pending_surrender_for_delivery', 20, ['issue', 'hand_in_for_delivery'], 'the issue was lost'],
    ['pending_surrender_for_delivery', 'issued', 20, ['give_back'], 'it was not taken back'],
    ['approved', 'draft', 20, ['redraft'], 'another draft'],
    ['issued', 'approved', 20, null, 'a document that is issued stays so'],
    ['issued', 'draft', 9, null, 'older than what is known'],
    ['issued', 'draft', 10, null, 'of the same moment, and less far along'],
    ['voided', 'issued', 20, null, 'over is over'],
  ] as const)('%s, told %s at minute %i: %j, %s', (state, told, minute, commands, _why) => {
    const verdict = judgeDocument(state, AT(10), { state: told, asOf: AT(minute) });
    expect(verdict).toEqual(commands === null ? { kind: 'stale' } : { kind: 'news', commands });
  });

  it('never asks for a step that cannot be taken, and ends where it is told', () => {
    const any = fc.constantFrom(...DOCUMENT_STATES);
    fc.assert(
      fc.property(any, any, (state, told) => {
        const verdict = judgeDocument(state, null, { state: told, asOf: null });
        if (verdict.kind !== 'news') return;
        expect(verdict.commands.reduce((at, command) => TRANSPORT_DOCUMENT.next(at, command), state)).toBe(told);
      }),
    );
  });

  it('leaves a waybill with its consignee, and a master with the carrier', () => {
    const bill = { level: 'master', type: 'BOL', state: 'issued', wish: null } as const;
    expect(documentActions(bill)).toContain('surrender_for_delivery');
    expect(documentActions({ ...bill, type: 'SWB' })).toEqual(['issue_house_document']);
    expect(documentActions(bill)).not.toContain('void');
    expect(documentActions({ ...bill, level: 'house' })).toContain('void');
    expect(documentActions({ ...bill, wish: 'surrender_for_delivery' })).toEqual([]);
  });
});
