import { type Case, readCases } from './case-file.js';
import { mismatches } from './compare.js';
import { CALCULATORS } from './in-process.js';

const file = process.env['CASES_FILE'];

if (file === undefined || file === '') {
  describe('worked examples of public sources', () => {
    it.skip('are tried where CASES_FILE names a case file', () => undefined);
  });
} else {
  const cases = await readCases(file);
  const isOurs = ({ kind }: Case) => CALCULATORS.has(kind);

  describe(`worked examples of ${file}`, () => {
    it.each(cases.filter(isOurs))('$kind: $id', async ({ kind, request, response, tolerance }) => {
      expect(mismatches(response, await CALCULATORS.get(kind)?.(request), tolerance)).toEqual([]);
    });

    const others = new Set(cases.filter((entry) => !isOurs(entry)).map(({ kind }) => kind));
    for (const kind of others) it.skip(`${kind}: no calculator of that kind`, () => undefined);
  });
}
