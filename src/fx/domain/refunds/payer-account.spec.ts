import { payerAccountOf } from './payer-account.js';

describe('The account that money came from', () => {
  it.each([
    ['an IBAN, in its own element or not', 'DE89 3704 0044 0532 0130 00', 'COBADEFFXXX', '', true, 'COBADEFFXXX', null],
    ['a number of another kind', '6228480795000001', 'SBXBUS22', '', false, 'SBXBUS22', null],
    ['an IBAN with a slip of the pen is a number', 'DE88370400440532013000', '', '', false, null, null],
    ['a bank in China', '6228480795000001', '', '104331000012', false, null, '104331000012'],
    ['what is no bank identifier is left out', '6228480795000001', 'NOTPROVIDED', '0210', false, null, null],
  ])('%s', (_what, number, bic, clearingNumber, isIban, ofBank, cnaps) => {
    const found = payerAccountOf({ number, bic, clearingNumber });
    expect(found).toEqual({ number: number.replaceAll(' ', ''), isIban, bic: ofBank, cnaps });
  });

  it('is unknown where nothing is said, or more than a payment can carry', () => {
    expect(payerAccountOf({ number: '', bic: 'COBADEFFXXX', clearingNumber: '' })).toBeNull();
    expect(payerAccountOf({ number: '1'.repeat(35), bic: '', clearingNumber: '' })).toBeNull();
  });
});
