import { checkUscc } from '../../kernel/identifiers/uscc.js';
import { type InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type InvoiceInput, type InvoiceLineInput } from './invoice-input.js';
import { SAY } from './invoice.sentences.js';
import { ratesOn, rateStanding } from './vat-rates.js';

/** What is odd about an invoice and may be right all the same. */
export const INVOICE_WARNINGS = [
  'check_character',
  'old_number',
  'rate_over',
  'digital_year',
  'hs_code_from_order',
  'issuer_not_reviewed',
  'issuer_other_goods',
  'tax_category',
] as const;

export interface InvoiceWarning {
  /** JSON pointer into the request. */
  readonly pointer: string;
  readonly rule: (typeof INVOICE_WARNINGS)[number];
  readonly detail: Sentence;
}

export const CHECK_DIGITS = ['warn', 'refuse'] as const;
export type CheckDigits = (typeof CHECK_DIGITS)[number];

const CREDIT_CODE_LENGTH = 18;
/** The first fully digital invoices (全面数字化的电子发票): Guangdong, Inner Mongolia and Shanghai, 公告2021年第1号. */
const DIGITAL_SINCE = '2021-12-01';
const DIGITAL_NUMBER = 20;

/**
 * Whether numbers and rates can be what they say: faults go to `check`, what may be right all the same comes back.
 * @param checkDigits what a wrong check character is: pilot codes in force have one too, so by itself it refuses nothing
 */
export function numberWarnings(invoice: InvoiceInput, check: InputCheck, checkDigits: CheckDigits): InvoiceWarning[] {
  return [
    ...taxNumberWarnings(invoice.seller.taxNumber, '/seller/taxNumber', check, checkDigits),
    ...taxNumberWarnings(invoice.buyer.taxNumber, '/buyer/taxNumber', check, checkDigits),
    ...digitalWarnings(invoice, check),
    ...invoice.lines.flatMap((line, index) => rateWarnings(line, invoice.issuedOn, `/lines/${index}/vatRate`, check)),
  ];
}

/** 18 signs are a unified social credit code; 15, 17 and 20 are what taxpayers had before it. */
function taxNumberWarnings(
  number: string,
  pointer: string,
  check: InputCheck,
  checkDigits: CheckDigits,
): InvoiceWarning[] {
  if (number.length !== CREDIT_CODE_LENGTH) {
    return [{ pointer, rule: 'old_number', detail: SAY.old_number({ number }) }];
  }
  const { valid, reason, checkDigit = '' } = checkUscc(number);
  if (valid) return [];
  if (reason !== 'checksum') {
    check.that(false, pointer, 'format', SAY.credit_code_signs({ number }));
    return [];
  }
  const detail = SAY.check_character({ number, expected: checkDigit });
  if (checkDigits === 'warn') return [{ pointer, rule: 'check_character', detail }];
  check.that(false, pointer, 'check_character', detail);
  return [];
}

/** Digits 1 and 2 of a fully digital invoice are its year. */
function digitalWarnings({ invoiceNumber, issuedOn }: InvoiceInput, check: InputCheck): InvoiceWarning[] {
  if (invoiceNumber.length !== DIGITAL_NUMBER) return [];
  check.that(issuedOn >= DIGITAL_SINCE, '/issuedOn', 'before_digital', SAY.digital_before({ day: DIGITAL_SINCE }));
  const year = `20${invoiceNumber.slice(0, 2)}`;
  const issued = issuedOn.slice(0, 4);
  if (year === issued) return [];
  return [{ pointer: '/invoiceNumber', rule: 'digital_year', detail: SAY.digital_year({ year, issued }) }];
}

function rateWarnings(
  { vatRate }: InvoiceLineInput,
  day: LocalDate,
  pointer: string,
  check: InputCheck,
): InvoiceWarning[] {
  const standing = rateStanding(vatRate, day);
  const rate = vatRate.toFixed();
  if (standing.is === 'never' && vatRate.lessThanOrEqualTo(1) && !vatRate.isNegative()) {
    check.that(false, pointer, 'no_such_rate', SAY.rate_never({ rate, day, rates: ratesOn(day) }));
  }
  if (standing.is !== 'over') return [];
  return [{ pointer, rule: 'rate_over', detail: SAY.rate_over({ rate, day, until: standing.until }) }];
}
