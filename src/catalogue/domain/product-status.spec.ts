import { PRODUCT } from './product-status.js';

describe('The life of a product', () => {
  it.each([
    ['draft', ['change', 'submit'], ['change', 'submit']],
    ['submitted', ['change', 'approve', 'decline'], ['change']],
    ['approved', ['change'], ['change']],
  ] as const)('from %s', (state, possible, byCaller) => {
    expect(PRODUCT.commands.filter((command) => PRODUCT.allows(state, command))).toEqual(possible);
    expect(PRODUCT.allowedActions(state)).toEqual(byCaller);
  });
});
