import fc from 'fast-check';

import { isOneSlipAway, type Mention, referenceKey, referenceKeys, RemittanceText } from './remittance-reference.js';

describe('A reference in what the payer wrote', () => {
  it.each([
    ['INV-2026-001', 'Payment INV-2026-001 with thanks', 'as it is written'],
    ['INV-2026-001', 'inv 2026/001', 'in other spacing and punctuation'],
    ['INV-2026-001', '/ROC/INV2026001//URI/GOODS', 'without any, among SWIFT codes'],
    ['INV-2026-001', 'INV-2026-0\n01 balance', 'broken over two lines'],
    ['ＩＮＶ－２０２６', 'INV-2026 货款', 'in full-width letters'],
    ['20260815', 'ORDER20260815', 'where letters become digits'],
    ['合同-2026-7', '货款 合同2026-7', 'in Chinese'],
  ])('%s is found in %j: %s', (reference, text) => {
    expect(findReference(text, reference)).not.toBeNull();
  });

  it.each([
    ['INV-2026-001', 'INV-2026-0012', 'the number goes on'],
    ['INV-2026-001', 'PINV-2026-001', 'the word begins earlier'],
    ['INV-2026-001', 'INV-2026-002', 'it is another'],
    ['SO1', 'SO1', 'it is too short to be told from chance'],
    ['---', 'anything', 'it has neither letters nor digits'],
    ['INV-2026-001', '', 'nothing was written'],
  ])('%s is not found in %j: %s', (reference, text) => {
    expect(findReference(text, reference)).toBeNull();
  });

  it('is found whatever stands around it', () => {
    fc.assert(
      fc.property(reference(), fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (words, before, after) => {
        expect(findReference(`${before} ${words} ${after}`, words)).not.toBeNull();
      }),
    );
  });

  it('is always among the keys by which debts are looked up', () => {
    fc.assert(
      fc.property(reference(), noise(), noise(), fc.constantFrom('', ' ', '-', '/'), (words, before, after, glue) => {
        const text = `${before}${glue}${words}${glue}${after}`;
        if (findReference(text, words) !== null) expect(referenceKeys(text)).toContain(referenceKey(words));
      }),
    );
  });
});

function findReference(text: string, words: string): Mention | null {
  return new RemittanceText(text).find(referenceKey(words));
}

describe('A slip of the pen', () => {
  it.each([
    ['SO100234', 'SO100243', 'two swapped'],
    ['SO100234', 'SO10O234', 'a letter for a digit'],
    ['SO100234', 'SO10234', 'one left out'],
    ['SO100234', 'SO1002234', 'one too many'],
  ])('%s and %s are one away: %s', (left, right) => {
    expect([isOneSlipAway(left, right), isOneSlipAway(right, left)]).toEqual([true, true]);
  });

  it.each([
    ['SO100234', 'SO100234', 'none'],
    ['SO100234', 'SO100343', 'two'],
    ['SO100234', 'SO1002', 'two left out'],
  ])('%s and %s are not: %s', (left, right) => {
    expect(isOneSlipAway(left, right)).toBe(false);
  });
});

function reference(): fc.Arbitrary<string> {
  const part = fc.stringMatching(/^[A-Z0-9]{2,5}$/);
  return fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('-'));
}

function noise(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[A-Za-z0-9 /.,-]{0,20}$/);
}
