/** Fields whose example is not the tenant's first of that prefix. */
export const BY_NAME: Readonly<Record<string, string>> = {
  buyerId: 'buyer',
  integratorId: 'integrator',
  lenderId: 'integrator',
  producerId: 'producer',
};
/** Ids of the documentation's examples; each stands for whatever this tenant has of that kind. */
export const EXAMPLE_ID = /^([a-z]{3})_01jdq3x7k2e9ta6v0m8r4c5wzb$/;

/** What stands in an address and is no id. */
export const WORDS: Readonly<Record<string, string>> = {
  ...{
    number: '1',
    table: 'export_details',
    period: '202610',
    code: 'REQUEST.INVALID',
    product: 'refund_advance',
    partner: 'customs',
    type: 'orders.order.closed',
  },
  ...{ message: 'CEB303Message', mode: '9610' },
};
