import { Injectable } from '@nestjs/common';

import { PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { type Difference, OUTCOME_NAMES, type Verdict } from '../domain/verification.js';
import { fieldsOf, isFields, letIn } from './bureau-door.js';
import { type InvoiceQuestion, InvoiceVerifier } from './invoice-verifier.port.js';
import { type Asker } from './tax-bureau.port.js';

const DIFFERENCES_MAX = 50;
const TEXT_MAX = 200;

/** Asks the tax bureau's JSON over HTTPS: `POST /invoice-checks`. */
@Injectable()
export class HttpInvoiceVerifier extends InvoiceVerifier {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override async verify(asker: Asker, question: InvoiceQuestion): Promise<Verdict> {
    const { reference, invoiceCode, invoiceNumber, issuedOn, seller, buyer, amount, vat } = question;
    const message = {
      reference,
      ...(invoiceCode === null ? {} : { invoiceCode }),
      ...{ invoiceNumber, issuedOn, seller, buyer },
      amountExVat: amount.toAmountString(),
      vat: vat.toAmountString(),
    };
    const { body } = await letIn(() =>
      this.client.call(asker, {
        ...{ partner: 'tax-bureau', operation: 'check-invoice', reference },
        ...{ method: 'POST', path: '/invoice-checks', body: JSON.stringify(message) },
      }),
    );
    const verdict = readVerdict(body);
    if (verdict === null) throw new PartnerUnavailableError(SAY.answer_unknown, { partner: 'tax-bureau' });
    return verdict;
  }
}

/** `{"outcome": "differs", "differences": [{"field": "vat", "recorded": "7800.00"}]}`; null where it says something else. */
export function readVerdict(body: string): Verdict | null {
  const fields = fieldsOf(body);
  if (fields === null) return null;
  const outcome = OUTCOME_NAMES.find((name) => name === fields['outcome']);
  const listed = fields['differences'] ?? [];
  if (outcome === undefined || !Array.isArray(listed)) return null;
  const differences = (listed as readonly unknown[]).slice(0, DIFFERENCES_MAX).map(differenceOf);
  return differences.includes(null) ? null : { outcome, differences: differences as Difference[] };
}

function differenceOf(value: unknown): Difference | null {
  if (!isFields(value)) return null;
  const { field, recorded } = value;
  if (typeof field !== 'string' || typeof recorded !== 'string') return null;
  return { field: field.slice(0, TEXT_MAX), recorded: recorded.slice(0, TEXT_MAX) };
}
