import { type Fault } from '../../../kernel/domain-error.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { bopCode } from './bop-codes.js';
import { readBopNumber } from './bop-number.js';
import { SAY } from './bop.sentences.js';
import { BOP_REMARKS } from './propose-bop-line.js';

/** One transaction of a receipt: code, its share, remark (交易附言). */
export interface BopLine {
  readonly code: string;
  readonly amount: Money;
  readonly remark: string;
}

/** What a declaration of a foreign receipt says. */
export interface BopContent {
  readonly number: string;
  readonly creditedOn: LocalDate;
  readonly payerName: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly payerCountry: string | null;
  readonly amount: Money;
  readonly lines: readonly BopLine[];
  readonly contractNumber: string | null;
  readonly invoiceNumber: string | null;
  readonly isBonded: boolean;
}

const LINES_MAX = 2;

/**
 * Everything that the bank would send back, at once.
 * Source: 《通过银行进行国际收支统计申报业务指引》 and the table of transaction codes; remarks by DOMAIN practice of banks.
 * @returns no fault where it can be submitted; pointers are those of the resource
 */
export function bopFindings(content: BopContent): readonly Fault[] {
  const check = new InputCheck();
  checkNumber(check, content);
  checkPayer(check, content);
  checkLines(check, content);
  return check.found();
}

function checkNumber(check: InputCheck, { number, creditedOn }: BopContent): void {
  const read = readBopNumber(number);
  if (!check.that(read !== null, '/number', 'format', SAY.number_form)) return;
  const day = read?.day ?? creditedOn;
  check.that(day === creditedOn, '/number', 'other_day', SAY.number_other_day({ day, credited: creditedOn }));
}

function checkPayer(check: InputCheck, { payerName, payerCountry }: BopContent): void {
  check.that(payerName !== null && payerName.trim() !== '', '/payerName', 'required', SAY.payer_missing);
  const isCountry = payerCountry !== null && /^[A-Z]{2}$/.test(payerCountry);
  if (!check.that(isCountry, '/payerCountry', 'required', SAY.country_missing)) return;
  check.that(payerCountry !== 'CN', '/payerCountry', 'home', SAY.country_home);
}

function checkLines(check: InputCheck, content: BopContent): void {
  const { lines, amount, creditedOn } = content;
  if (!check.that(lines.length > 0 && lines.length <= LINES_MAX, '/lines', 'count', SAY.no_lines)) return;
  const isTwice = new Set(lines.map(({ code }) => code)).size < lines.length;
  check.that(!isTwice, '/lines', 'duplicate', SAY.code_twice);
  const areOfCurrency = lines.map((line, index) => checkLine(check, content, line, `/lines/${index}`));
  if (areOfCurrency.includes(false)) return;
  const sum = Money.sum(
    lines.map((line) => line.amount),
    amount.currency,
  );
  const differs = SAY.sum_differs({ sum: sum.toString(), amount: amount.toString() });
  check.that(sum.equals(amount), '/lines', 'sum', differs);
  const goods = lines.find(({ code }) => bopCode(code, creditedOn)?.needsContract === true);
  if (goods === undefined) return;
  const { code } = goods;
  check.that(isSaid(content.contractNumber), '/contractNumber', 'required', SAY.contract_missing({ code }));
  check.that(isSaid(content.invoiceNumber), '/invoiceNumber', 'required', SAY.invoice_missing({ code }));
}

/** @returns whether it is in the currency of the receipt, so that it can be summed */
function checkLine(check: InputCheck, content: BopContent, line: BopLine, pointer: string): boolean {
  const { creditedOn, amount, isBonded } = content;
  const { code, remark } = line;
  const isKnown = bopCode(code, creditedOn) !== null;
  check.that(isKnown, `${pointer}/code`, 'unknown', SAY.code_unknown({ code, day: creditedOn }));
  check.that(line.amount.minor > 0n, `${pointer}/amount`, 'not_positive', SAY.amount_zero);
  const saysBonded = !isBonded || remark.includes(BOP_REMARKS.bonded);
  check.that(saysBonded, `${pointer}/remark`, 'bonded', SAY.bonded_unsaid);
  const { currency } = amount;
  return check.that(
    line.amount.currency === currency,
    `${pointer}/amount`,
    'currency_mismatch',
    SAY.other_currency({ currency }),
  );
}

function isSaid(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}
