import fc from 'fast-check';

import { languageOf } from './language.js';

describe('The language of an answer', () => {
  it.each([
    [undefined, 'en', 'nothing is said'],
    ['', 'en', 'nothing is said'],
    ['zh-CN', 'zh', 'Chinese is wanted'],
    ['zh', 'zh', 'any Chinese is'],
    ['ZH-hans-cn', 'zh', 'letter case does not count'],
    ['en;q=0.3, zh-CN', 'zh', 'Chinese has the higher quality'],
    ['zh-CN;q=0.3, en', 'en', 'English has it'],
    ['zh;q=0.8,en;q=0.9', 'en', 'without spaces too'],
    ['en-GB, zh;q=0.9', 'en', 'English of a country is English'],
    ['zh, en', 'zh', 'of equals the first counts'],
    ['en, zh', 'en', 'of equals the first counts'],
    ['fr, zh;q=0.5', 'zh', 'French is not spoken'],
    ['fr', 'en', 'nothing of it is spoken'],
    ['*', 'en', 'anything will do'],
    ['en;q=0.5, *', 'zh', 'anything is better than English'],
    ['zh;q=0', 'en', 'Chinese is not wanted'],
    ['zh;q=0, *', 'en', 'anything but Chinese'],
    ['en;q=0, zh;q=0', 'en', 'neither is wanted, and something must be said'],
    ['zh;q=2, en;q=0.1', 'en', 'a quality above one is malformed'],
    ['zhuang', 'en', 'Zhuang is not Chinese'],
    ['zh;level=1, en;q=0.1', 'en', 'a range has no other parameter'],
  ] as [string | undefined, string, string][])('where the caller says %j is %s: %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('is one of ours, whatever the header says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z*;=,q0-9. -]{0,60}$/)), (header) => {
        expect(['en', 'zh']).toContain(languageOf(header));
      }),
    );
  });
});
