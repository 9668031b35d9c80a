import { readVerdict } from './invoice-verifier.http.js';

describe('What the tax authority says of an invoice', () => {
  it.each([
    ['{"outcome":"genuine"}', { outcome: 'genuine', differences: [] }],
    [
      '{"outcome":"differs","differences":[{"field":"vat","recorded":"1.00"}]}',
      { outcome: 'differs', differences: [{ field: 'vat', recorded: '1.00' }] },
    ],
    ['{"outcome":"maybe"}', null],
    ['{"outcome":"differs","differences":[{"field":"vat"}]}', null],
    ['{"outcome":"differs","differences":{}}', null],
    ['[]', null],
    ['<html>', null],
  ])('%s is read as %j', (body, expected) => {
    expect(readVerdict(body)).toEqual(expected);
  });
});
