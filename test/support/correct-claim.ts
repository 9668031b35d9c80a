import { type Arrange, inState } from './arrangements.js';

/** A paid claim, whose first line is corrected. */
export const CORRECT_CLAIM: readonly [operationId: string, arrange: Arrange] = [
  'correctClaim',
  async (house, endpoint) => {
    const { path } = await inState('tax_refund.claim', 'paid')(house, endpoint);
    const { body } = await house.tenant.client.get<{ lines: { declarationLine: string }[] }>(
      `/v1/tax-refund/claims/${house.idFor(endpoint.path)}`,
    );
    const [line] = body.lines;
    const taxable = { amount: '1.00', currency: 'CNY' };
    return {
      path,
      body: { kind: 'other', reason: 'r', lines: [{ declarationLine: line?.declarationLine, taxable }] },
    };
  },
];
