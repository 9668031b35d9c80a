import fc from 'fast-check';

import { encodeGbk } from './gbk.js';

const decode = (bytes: Uint8Array): string => new TextDecoder('gbk').decode(bytes);

describe('GBK', () => {
  it('takes two bytes for a character of Chinese and one for ASCII', () => {
    expect([...encodeGbk('退a')]).toEqual([0xcd, 0xcb, 0x61]);
  });

  it('says ? for what it does not have', () => {
    expect(decode(encodeGbk('a😀b'))).toBe('a?b');
  });

  it('is read back as it was written', () => {
    const character = fc.constantFrom(...'关联号进货凭证，（）％电烤箱ABC 123.,;"');
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => decode(encodeGbk(text)) === text),
      { numRuns: 50 },
    );
  });
});
