import fc from 'fast-check';

import { JsonSyntaxError, parseJson } from './json-document.js';

describe('A JSON text with its places', () => {
  it('holds the same value as without them', () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (text, isSpread) => {
        const written = isSpread ? JSON.stringify(JSON.parse(text), null, 2) : text;
        expect(parseJson(written).value).toEqual(JSON.parse(written));
      }),
    );
  });

  it('tells line and column of every value and of every name', () => {
    const text = '{\n  "a": [1, {"b/c": true}],\n  "品名": null\n}';
    const document = parseJson(text);
    expect(document.position('')).toEqual({ line: 1, column: 1 });
    expect(document.position('/a')).toEqual({ line: 2, column: 8 });
    expect(document.position('/a/1/b~1c')).toEqual({ line: 2, column: 20 });
    expect(document.position('/a/1/b~1c', 'name')).toEqual({ line: 2, column: 13 });
    expect(document.position('/品名', 'name')).toEqual({ line: 3, column: 3 });
  });

  it('points to the parent of what is missing', () => {
    expect(parseJson('{\n "a": {}\n}').position('/a/missing')).toEqual({ line: 2, column: 7 });
  });

  it.each([
    ['{"a": 1,\n "a": 2}', { line: 2, column: 2 }, 'a name twice: one of the two would be lost'],
    ['{"a": 01}', { line: 1, column: 8 }, 'a number with a leading zero'],
    ['[1, 2', { line: 1, column: 6 }, 'an end that comes too early'],
    ['[1, 2,]', { line: 1, column: 7 }, 'a comma too many'],
    ["{'a': 1}", { line: 1, column: 2 }, 'single quotes'],
    ['{"a": "x\ny"}', { line: 1, column: 7 }, 'a bare line break in a string'],
    ['{} // done', { line: 1, column: 4 }, 'a comment'],
    ['', { line: 1, column: 1 }, 'nothing at all'],
  ])('%j is refused at %j: %s', (text, position) => {
    expect.assertions(1);
    try {
      parseJson(text);
    } catch (error) {
      expect(error instanceof JsonSyntaxError && error.position).toEqual(position);
    }
  });
});
