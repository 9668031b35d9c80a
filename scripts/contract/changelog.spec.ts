import { canonical, fingerprint, tellsOf, withLine } from './changelog.js';

const EMPTY = '# Changes of the API\n\nNewest first.\n\n';

describe('The changelog of the contract', () => {
  it('does not tell of a contract that nobody wrote a line about', () => {
    expect(tellsOf(withLine(EMPTY, '{"v":1}', 'First version.'), '{"v":2}')).toBe(false);
  });

  it('tells of each contract that has a line, the newest on top', () => {
    const both = withLine(withLine(EMPTY, '{"v":1}', 'First version.'), '{"v":2}', 'Orders have a reference.');
    expect([tellsOf(both, '{"v":1}'), tellsOf(both, '{"v":2}')]).toEqual([true, true]);
    expect(both).toBe(
      `${EMPTY}- \`${fingerprint('{"v":2}')}\` Orders have a reference.\n- \`${fingerprint('{"v":1}')}\` First version.\n`,
    );
  });

  it('takes two contracts that differ only in the order of their keys for one', () => {
    expect(JSON.stringify(canonical({ b: [{ d: 1, c: 2 }], a: null }))).toBe(
      JSON.stringify(canonical({ a: null, b: [{ c: 2, d: 1 }] })),
    );
  });
});
