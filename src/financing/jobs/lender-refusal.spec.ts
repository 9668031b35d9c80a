import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { SAY_AGREEMENT } from '../domain/agreement/agreement.sentences.js';
import { refusalOf } from './lender-refusal.js';

const refused = (answer: string) =>
  refusalOf(new PartnerRejectedError(SAY_AGREEMENT.paid_unsigned, { reason: answer })).reason;

describe('Why a lender does not take something', () => {
  it('is its message', () => {
    expect(refused('{"code":"AGREEMENT_OVER","message":"It could be signed until 2026-12-08"}')).toBe(
      'It could be signed until 2026-12-08',
    );
  });

  it.each(['', 'null', '"no"', '{"code":"X"}', '{"message":""}', '{"message":7}', '<html>', '{"message":"cut o'])(
    'is its answer word for word where that is %j',
    (answer) => {
      expect(refused(answer)).toBe(answer);
    },
  );

  it('is no longer than we keep', () => {
    expect(refused('x'.repeat(2_000)).length).toBeLessThanOrEqual(500);
  });
});
