import { DECLARATION_STATES, type DeclarationState } from './declaration-status.js';
import { redeliveryIsUnsafe, whyUnsafe } from './redelivery.js';

const lost = (state: DeclarationState, more: object = {}) =>
  redeliveryIsUnsafe({ state, attempt: 1, hasUnsettledReceipts: false, isEntrusted: true, ...more });

describe('A message that seems lost', () => {
  it.each<[DeclarationState, object, string | null]>([
    ['queued', {}, null],
    ['submitted', {}, null],
    ['submitted', { hasUnsettledReceipts: true }, 'answer_waits'],
    ['submitted', { isEntrusted: false }, 'mandate_ended'],
    ['draft', { attempt: 0 }, 'never_sent'],
    ['blocked', { attempt: 1 }, 'sent_back'],
    ['rejected', {}, 'sent_back'],
    ['withdrawn', {}, 'sent_back'],
    ['accepted', {}, 'customs_has_it'],
    ['released', {}, 'customs_has_it'],
    ['cleared', {}, 'customs_has_it'],
    ['cancelled', {}, 'over'],
    ['exit_cancelled', {}, 'over'],
  ])('while %s %j: %s', (state, more, unsafe) => {
    expect(lost(state, more)).toBe(unsafe);
  });

  it('is sent again in no state but the two in which customs has said nothing', () => {
    expect(DECLARATION_STATES.filter((state) => lost(state) === null)).toEqual(['queued', 'submitted']);
    expect(whyUnsafe('customs_has_it').zh).toContain('海关');
  });
});
