import { Contract } from '../support/contract.js';

const DOCUMENT = {
  paths: {
    '/v1/orders/{id}': { get: {} },
    '/v1/orders': {
      post: {
        responses: {
          201: {
            headers: {
              ETag: { $ref: '#/components/headers/ETag' },
              Location: { required: false, schema: { type: 'string' } },
              'Retry-After': { required: false, schema: { type: 'integer', maximum: 60 } },
            },
            content: { 'application/json': { schema: { type: 'object', required: ['id'] } } },
          },
        },
      },
    },
  },
  components: { headers: { ETag: { required: true, schema: { type: 'string', pattern: '^"\\d+"$' } } } },
};
const JSON_TYPE = { 'content-type': 'application/json' };

describe('The contract that answers of tests are held against', () => {
  const contract = new Contract(DOCUMENT);
  const faultsOf = (headers: Record<string, string>, body: unknown = { id: 'ord_1' }): string[] =>
    contract.faults('POST', '/v1/orders', 201, { ...JSON_TYPE, ...headers }, body);

  it('has nothing against an answer as it is documented', () => {
    expect(faultsOf({ etag: '"1"', location: '/v1/orders/ord_1', 'retry-after': '60' })).toEqual([]);
  });

  it.each([
    [{}, 'POST /v1/orders 201: the header ETag is missing', 'every answer was promised to have it'],
    [{ etag: 'W/"1"' }, 'POST /v1/orders 201: ETag: data must match pattern "^"\\d+"$"', 'of another form'],
    [{ etag: '"1"', 'retry-after': '61' }, 'POST /v1/orders 201: Retry-After: data must be <= 60', 'a number'],
    [
      { etag: '"1"', location: '/v1/order/ord_1' },
      'POST /v1/orders 201: nothing can be read at Location /v1/order/ord_1',
      'an address of nothing',
    ],
    [
      { etag: '"1"', link: '</v1/orders>' },
      'POST /v1/orders 201 does not document the header Link',
      'sent unannounced',
    ],
  ])('finds fault with the headers %j: %s (%s)', (headers, fault, _why) => {
    expect(faultsOf(headers as Record<string, string>)).toEqual([fault]);
  });

  it('finds fault with headers and body at once', () => {
    expect(faultsOf({}, {})).toHaveLength(2);
  });
});
