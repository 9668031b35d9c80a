import { isLocalDate } from '../../kernel/local-date.js';
import { type InvoiceOutcome } from '../world/magic.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';

/** A question whether an invoice is genuine. */
export interface InvoiceQuestion {
  readonly reference: string;
  readonly vat: string;
  readonly magicTexts: readonly string[];
}

const TAX_NUMBER = /^[0-9A-Z]{15,20}$/;
const AMOUNT = /^-?\d{1,15}\.\d{2}$/;

/** @throws Refusal 400 when unreadable, 422 with every fault */
export function readInvoiceQuestion(body: string): InvoiceQuestion {
  const faults = new Faults();
  const fields = new Fields(parseObject(body), faults);
  const reference = fields.text('reference');
  fields.text('invoiceNumber', (text) => /^(\d{8}|\d{20})$/.test(text), 'must be 8 or 20 digits');
  fields.text('issuedOn', isLocalDate, 'must be a date YYYY-MM-DD');
  const [seller, buyer] = [fields.object_('seller'), fields.object_('buyer')];
  const name = seller.text('name');
  for (const party of [seller, buyer]) {
    party.text('taxNumber', (text) => TAX_NUMBER.test(text), 'must be a taxpayer number');
  }
  fields.text('amountExVat', (text) => AMOUNT.test(text), 'must be an amount with two places');
  const vat = fields.text('vat', (text) => AMOUNT.test(text), 'must be an amount with two places');
  faults.refuse(422, 'INVALID', 'The question breaks one or more rules');
  return { reference, vat, magicTexts: [name, reference] };
}

const OUTCOME: Readonly<Record<Exclude<InvoiceOutcome, 'NO-CHECK'>, string>> = {
  UNKNOWN: 'not_found',
  VOIDED: 'voided',
  RED: 'red_flushed',
  ABNORMAL: 'abnormal',
  'OTHER-VAT': 'differs',
};

/** The first question about an invoice ends with 1. */
const FIRST = '.1';

/**
 * Every invoice is genuine here, unless a magic word in the name of its issuer says otherwise.
 * @throws Refusal 422 when it is not looked at
 */
export function verdictOn({ reference, vat }: InvoiceQuestion, words: readonly string[]): object {
  if (words.includes('NO-CHECK') && reference.endsWith(FIRST)) {
    throw new Refusal(422, 'NOT_CHECKED', 'Too many questions about invoices of this issuer today');
  }
  const word = words.find((each): each is keyof typeof OUTCOME => Object.hasOwn(OUTCOME, each));
  const outcome = word === undefined ? 'genuine' : OUTCOME[word];
  if (outcome !== 'differs') return { reference, outcome };
  return { reference, outcome, differences: [{ field: 'vat', recorded: oneYuanMore(vat) }] };
}

function oneYuanMore(vat: string): string {
  return (BigInt(vat.replace('.', '')) + 100n).toString().replace(/(\d{2})$/, '.$1');
}
