import fc from 'fast-check';

import { firstIdAt, newId, parseId, publicId, tryParseId } from './ids.js';

describe('A public id', () => {
  it('is the prefix and the UUID, there and back', () => {
    const uuid = newId();
    expect(publicId('order', uuid)).toMatch(/^ord_/);
    expect(parseId('order', publicId('order', uuid))).toBe(uuid);
  });

  it('is written as the library of the standard reads it', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), (uuid) => {
        expect(tryParseId('order', publicId('order', uuid))).toBe(uuid);
      }),
    );
  });

  it('of another kind is none', () => {
    expect(tryParseId('booking', publicId('order', newId()))).toBeNull();
  });

  it('that nobody gave is none, whatever it looks like', () => {
    const signs = [...'0123456789abcdefghjkmnpqrstvwxyz'];
    const made = fc
      .array(fc.constantFrom(...signs), { minLength: 26, maxLength: 26 })
      .map((all) => `ord_${all.join('')}`);
    fc.assert(
      fc.property(fc.oneof(made, fc.string()), (id) => {
        const uuid = tryParseId('order', id);
        expect(uuid === null || publicId('order', uuid) === id).toBe(true);
      }),
    );
  });
});

describe('The first id of an instant', () => {
  it('stands between the ids from before and those made since', () => {
    const now = Date.now();
    const id = newId();
    expect(firstIdAt(now) <= id).toBe(true);
    expect(firstIdAt(now + 60_000) > id).toBe(true);
  });

  it('of a time before all ids is before all ids', () => {
    expect(firstIdAt(-1)).toBe('00000000-0000-7000-8000-000000000000');
  });
});
