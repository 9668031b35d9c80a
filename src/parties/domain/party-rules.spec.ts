import { BUYER, SELLER } from '../../../test/support/order-samples.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { type PartyTerms } from './party.js';
import { checkParty, warningsOf } from './party-rules.js';

const seller = { ...SELLER, aliases: [] } as unknown as PartyTerms;
const buyer: PartyTerms = {
  ...(BUYER as unknown as PartyTerms),
  nameEn: null,
  uscc: null,
  customsCode: null,
  enterpriseKind: null,
  bankAccount: null,
  tax: null,
};
const supplier: PartyTerms = { ...seller, kind: 'supplier', customsCode: null, enterpriseKind: null };

function faults(party: PartyTerms): string[] {
  try {
    checkParty(party);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('a party', () => {
  it.each([
    ['seller', seller],
    ['buyer', buyer],
    ['supplier', supplier],
    ['supplier without a code', { ...supplier, uscc: null }],
  ])('that is a %s in order has no faults', (_kind, party) => {
    expect(faults(party)).toEqual([]);
  });

  it('that sells must be known to customs and tax bureau, and hears of all that is missing at once', () => {
    expect(faults({ ...seller, nameEn: null, uscc: null, customsCode: null, enterpriseKind: null })).toEqual([
      '/nameEn required',
      '/uscc required',
      '/enterpriseKind required',
      '/customsCode required',
    ]);
  });

  it.each<[why: string, party: PartyTerms, expected: string[]]>([
    ['a buyer at home', { ...buyer, country: 'CN' }, ['/country not_abroad']],
    ['a buyer with a customs code', { ...buyer, customsCode: '3302960001' }, ['/customsCode not_applicable']],
    ['a buyer to be paid', { ...buyer, bankAccount: seller.bankAccount }, ['/bankAccount not_applicable']],
    ['a seller abroad', { ...seller, country: 'DE' }, ['/country not_in_china']],
    ['a supplier that exports', { ...supplier, enterpriseKind: 'trading' }, ['/enterpriseKind not_applicable']],
    ['a customs code of letters', { ...seller, customsCode: 'ABCDE60001' }, ['/customsCode format']],
    ['a code that is too short', { ...seller, uscc: '91330200' }, ['/uscc format']],
    ['a code with an O in it', { ...seller, uscc: '9133O200MA2AEFJN8K' }, ['/uscc format']],
  ])('refuses %s', (_why, party, expected) => {
    expect(faults(party)).toEqual(expected);
  });

  it('is warned of a wrong check character, and taken all the same: early codes in force have one', () => {
    const odd = { ...seller, uscc: `${(seller.uscc ?? '').slice(0, 17)}0` };
    expect(faults(odd)).toEqual([]);
    expect(warningsOf(odd)).toEqual(['uscc_check_character']);
    expect(warningsOf(seller)).toEqual([]);
  });
});
