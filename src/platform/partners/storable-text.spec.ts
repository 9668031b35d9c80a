import { beginningOf, storableText } from './storable-text.js';

describe('A partner’s text, as it is kept', () => {
  it.each([
    ['what is harmless', '{"name":"宁波 😀 \\n \\u0041"}', '{"name":"宁波 😀 \\n \\u0041"}'],
    ['a NUL', 'a\0b', 'a\ufffdb'],
    ['a NUL escaped in JSON', '{"a":"x\\u0000y"}', '{"a":"x\ufffdy"}'],
    ['a backslash escaped in JSON, and then u0000', '{"a":"\\\\u0000"}', '{"a":"\\\\u0000"}'],
    ['a backslash escaped in JSON, and then a NUL', '{"a":"\\\\\\u0000"}', '{"a":"\\\\\ufffd"}'],
    ['a pair of surrogates escaped in JSON', '{"a":"\\uD83D\\uDE00"}', '{"a":"\\uD83D\\uDE00"}'],
    ['the first half of a pair', '{"a":"\\ud83dx"}', '{"a":"\ufffdx"}'],
    ['the second half of a pair', '{"a":"\\ude00"}', '{"a":"\ufffd"}'],
    ['two first halves', '{"a":"\\ud83d\\ud83d\\ude00"}', '{"a":"\ufffd\\ud83d\\ude00"}'],
    ['half a pair as it is', 'a\ud83d', 'a\ufffd'],
    ['a NUL referred to in XML', '<a>&#0;&#x0;</a>', '<a>\ufffd\ufffd</a>'],
    ['a surrogate referred to in XML', '<a>&#xD83D;&#55357;</a>', '<a>\ufffd\ufffd</a>'],
    ['other references of XML', '<a>&#65;&#x1F600;&amp;</a>', '<a>&#65;&#x1F600;&amp;</a>'],
    ['a reference beyond all characters', '<a>&#x110000;</a>', '<a>\ufffd</a>'],
  ])('has %s as PostgreSQL takes it', (_what, given, kept) => {
    expect(storableText(given)).toBe(kept);
  });

  it('is cut between characters', () => {
    expect([beginningOf('ab😀', 3), beginningOf('ab😀', 4)]).toEqual(['ab\ufffd', 'ab😀']);
  });
});
