import { checkUscc } from '../../kernel/identifiers/uscc.js';
import { InputCheck } from '../../kernel/input-check.js';
import { SAY } from './parties.sentences.js';
import { type PartyTerms } from './party.js';

/** 海关注册编码: five digits of place and zone, then five signs; letters since 2018. */
const CUSTOMS_CODE = /^[0-9]{5}[0-9A-Z]{5}$/;

/**
 * Rules that depend on what kind of party it is. A seller is known to customs, bank and tax bureau; a buyer is abroad.
 * @throws InvalidInputError naming every fault
 */
export function checkParty(party: PartyTerms): void {
  const check = new InputCheck();
  if (party.kind === 'buyer') checkBuyer(check, party);
  else checkChinese(check, party);
  if (party.kind === 'seller') checkSeller(check, party);
  else {
    const { enterpriseKind, customsCode } = party;
    check.absent(enterpriseKind ?? undefined, '/enterpriseKind', `kind ${party.kind}`);
    check.absent(customsCode ?? undefined, '/customsCode', `kind ${party.kind}`);
  }
  checkUsccOf(check, party);
  check.done();
}

/** What is odd and may be right all the same. */
export function warningsOf({ uscc }: PartyTerms): string[] {
  if (uscc === null) return [];
  const { valid, reason } = checkUscc(uscc);
  return !valid && reason === 'checksum' ? ['uscc_check_character'] : [];
}

function checkBuyer(check: InputCheck, { country, bankAccount, tax }: PartyTerms): void {
  check.that(country !== 'CN', '/country', 'not_abroad', SAY.buyer_abroad);
  check.absent(bankAccount ?? undefined, '/bankAccount', SAY.buyers_unpaid);
  check.absent(tax ?? undefined, '/tax', 'kind buyer');
}

function checkChinese(check: InputCheck, { country, kind }: PartyTerms): void {
  check.that(country === 'CN', '/country', 'not_in_china', SAY.company_in_china({ kind }));
}

function checkSeller(check: InputCheck, party: PartyTerms): void {
  check.required(party.nameEn ?? undefined, '/nameEn');
  check.required(party.uscc ?? undefined, '/uscc');
  check.required(party.enterpriseKind ?? undefined, '/enterpriseKind');
  if (check.required(party.customsCode ?? undefined, '/customsCode')) {
    const text = SAY.customs_code;
    check.that(CUSTOMS_CODE.test(party.customsCode ?? ''), '/customsCode', 'format', text);
  }
}

function checkUsccOf(check: InputCheck, { uscc }: PartyTerms): void {
  if (uscc === null) return;
  const { valid, reason } = checkUscc(uscc);
  const isUsable = valid || reason === 'checksum';
  check.that(isUsable, '/uscc', 'format', SAY.uscc);
}
