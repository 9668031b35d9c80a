import fc from 'fast-check';

import {
  fieldIndex,
  fieldIndexes,
  openAccount,
  openField,
  resealed,
  sealAccount,
  sealedAccount,
  sealedText,
  sealField,
  type SealedText,
  useFieldKeys,
} from './sealed-fields.js';

const [FIRST, SECOND] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const NUMBER = '3310010120100123456';
const use = (encryptionKey: Buffer, oldEncryptionKeys: readonly Buffer[] = [], sealFields = true): void => {
  useFieldKeys({ encryptionKey, oldEncryptionKeys, sealFields });
};

describe('A sealed column', () => {
  beforeEach(() => {
    use(FIRST);
  });

  it('gives back what was written, whatever it is, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 40 }), (text) => {
        const kept = sealField(text);
        expect(openField(kept)).toBe(text);
        expect(kept).toMatch(/^~s1\.[\w-]{8}\.[\w-]+$/);
      }),
      { numRuns: 200 },
    );
    expect(sealField(NUMBER)).not.toContain(NUMBER.slice(-4));
  });

  it('is another each time, and is found all the same: by an index that says nothing beyond its tenant', () => {
    expect(sealField(NUMBER)).not.toBe(sealField(NUMBER));
    expect(fieldIndex('a', NUMBER)).toBe(fieldIndex('a', NUMBER));
    expect(fieldIndex('a', NUMBER)).not.toBe(fieldIndex('b', NUMBER));
  });

  it('reads what was written before columns were sealed', () => {
    expect(openField(NUMBER as SealedText)).toBe(NUMBER);
    expect(openAccount<{ accountNumber: string }>({ accountNumber: NUMBER as SealedText })).toEqual({
      accountNumber: NUMBER,
    });
  });

  it('is written in clear while processes run that could not read it', () => {
    use(FIRST, [], false);
    expect(sealField(NUMBER)).toBe(NUMBER);
  });

  it('is read after a change of keys, found after it, and sealed anew once', () => {
    const [kept, index] = [sealField(NUMBER), fieldIndex('a', NUMBER)];
    use(SECOND, [FIRST]);
    expect(openField(kept)).toBe(NUMBER);
    expect(fieldIndexes('a', [NUMBER])).toEqual([fieldIndex('a', NUMBER), index]);
    const anew = resealed(kept) ?? kept;
    expect(resealed(anew)).toBeNull();
    use(SECOND);
    expect(openField(anew)).toBe(NUMBER);
    expect(() => openField(kept)).toThrow('not among those given');
  });

  it('that was tampered with is not read', () => {
    const kept = sealField(NUMBER);
    const tampered = `${kept.slice(0, -4)}${kept.endsWith('AAAA') ? 'BBBB' : 'AAAA'}` as SealedText;
    expect(() => openField(tampered)).toThrow();
  });

  it('may be null, and may be one field of JSON', () => {
    const account = { accountNumber: NUMBER, cnaps: '102332000012' };
    expect([sealedText.to(null), sealedText.from(null), sealedAccount.to(null), sealedAccount.from(null)]).toEqual(
      Array(4).fill(null),
    );
    expect(sealedAccount.from(sealedAccount.to(account))).toEqual(account);
    expect(sealAccount(account)).toMatchObject({ cnaps: '102332000012' });
  });
});
