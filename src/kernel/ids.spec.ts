import fc from 'fast-check';

import { newId, parseId, publicId, tryParseId } from './ids.js';

describe('A public id', () => {
  it('is the prefix and the UUID, there and back', () => {
    const uuid = newId();
    expect(publicId('order', uuid)).toMatch(/^ord_/);
    expect(parseId('order', publicId('order', uuid))).toBe(uuid);
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
