import { isOfOrder } from './order-standing.js';

describe('A batch goes on', () => {
  it.each([
    ['AUTH.CREDENTIAL_REVOKED', false, 'its key is gone'],
    ['AUTH.CREDENTIAL_EXPIRED', false, 'its key has run out'],
    ['AUTH.UNAUTHENTICATED', false, 'nobody knows the credential any more'],
    ['AUTH.MISSING_SCOPE', false, 'the scope was taken from the credential'],
    ['MANDATES.NOT_GRANTED', false, 'there is no mandate'],
    ['MANDATES.REVOKED', false, 'the mandate was ended'],
    ['MANDATES.EXPIRED', false, 'the time of the mandate is over'],
    ['MANDATES.SCOPE_NOT_GRANTED', false, 'a narrower mandate took its place'],
    ['MANDATES.LIMIT_EXCEEDED', true, 'a smaller item may be within the limit'],
    ['REQUEST.INVALID', true, 'the next item may be right'],
  ])('after %s: %s, since %s', (code, goesOn, _why) => {
    expect(isOfOrder(code)).toBe(!goesOn);
  });
});
