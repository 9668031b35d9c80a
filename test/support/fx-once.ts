import { type Arrange, asDocumented, collectionIn, create, onNew, oneOrder } from './arrangements.js';

/** How each operation on money from buyers, and on its exchange, is done once. */
export const FX_DONE_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['matchCollection', oneOrder],
  [
    'unmatchCollection',
    async (house, { path }) => ({ path: house.address(path, await collectionIn('matched')(house)), body: {} }),
  ],
  ...['advanceCollection', 'setAsideCollection'].map((id) => [id, onNew(collectionIn('unmatched'))] as const),
  ['refundCollection', onNew(collectionIn('unmatched'))],
  ['resumeCollection', onNew(collectionIn('set_aside'))],
  ['startCollectionMatchRun', asDocumented],
  ...['takeFxRates', 'makeFxMarkUp', 'quoteConversion'].map((id) => [id, asDocumented] as const),
  ['revalueFx', asDocumented],
  [
    'convert',
    async (house, { path }) => {
      const quote = { orderId: house.idFor('/v1/orders/{id}'), sell: { amount: '100.00', currency: 'USD' } };
      return { path, body: { quoteId: await create(house, '/v1/fx/quotes', quote) } };
    },
  ],
];
