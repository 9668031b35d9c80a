import { checkUscc } from '../../kernel/identifiers/uscc.js';
import { InputCheck } from '../../kernel/input-check.js';
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
  check.that(country !== 'CN', '/country', 'not_abroad', 'A buyer of an export is abroad');
  check.absent(bankAccount ?? undefined, '/bankAccount', 'kind buyer: we pay buyers nothing');
  check.absent(tax ?? undefined, '/tax', 'kind buyer');
}

function checkChinese(check: InputCheck, { country, kind }: PartyTerms): void {
  check.that(country === 'CN', '/country', 'not_in_china', `A ${kind} is a company in China`);
}

function checkSeller(check: InputCheck, party: PartyTerms): void {
  check.required(party.nameEn ?? undefined, '/nameEn');
  check.required(party.uscc ?? undefined, '/uscc');
  check.required(party.enterpriseKind ?? undefined, '/enterpriseKind');
  if (check.required(party.customsCode ?? undefined, '/customsCode')) {
    const text = 'A customs registration code has five digits, then five digits or capitals';
    check.that(CUSTOMS_CODE.test(party.customsCode ?? ''), '/customsCode', 'format', text);
  }
}

function checkUsccOf(check: InputCheck, { uscc }: PartyTerms): void {
  if (uscc === null) return;
  const { valid, reason } = checkUscc(uscc);
  const isUsable = valid || reason === 'checksum';
  check.that(isUsable, '/uscc', 'format', 'A unified social credit code has 18 signs, without I, O, S, V and Z');
}
