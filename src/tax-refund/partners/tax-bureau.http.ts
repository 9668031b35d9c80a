import { Injectable } from '@nestjs/common';

import { DomainError } from '../../kernel/domain-error.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type BureauNews } from '../domain/bureau-news.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { type Doubt } from '../domain/doubt.js';
import {
  readBatch,
  readBatchDoubts,
  readBatchPayment,
  readCallback,
  readDoubts,
  readStatus,
} from './bureau-message.js';
import {
  type Asker,
  type BatchAnswer,
  type BatchDoubt,
  type BatchPayment,
  type FiledBatch,
  type FiledClaim,
  type FiledConsumptionTax,
  type FiledInvoice,
  type FiledLine,
  TaxBureau,
} from './tax-bureau.port.js';

/** The door is shut to us: our configuration is wrong, the claim is not. */
const NOT_LET_IN: readonly unknown[] = [401, 403];

/** The bureau's JSON over HTTPS: claims out, their progress in. */
@Injectable()
export class HttpTaxBureau extends TaxBureau {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override compose(claim: FiledClaim): string {
    const { reference, regime, corrects, businessType, taxpayer, period, lines, account, explanations } = claim;
    return JSON.stringify({
      reference,
      regime,
      ...(corrects === null ? {} : { corrects }),
      ...(businessType === null ? {} : { businessType }),
      taxpayer: { name: taxpayer.name, uscc: taxpayer.uscc },
      period,
      currency: 'CNY',
      lines: lines.map(lineOf),
      ...(explanations.length === 0 ? {} : { explanations }),
      totals: {
        ...{ taxableAmount: claim.taxable.toAmountString(), refundAmount: claim.refund.toAmountString() },
        ...(claim.consumptionTax.isZero() ? {} : { consumptionTaxAmount: claim.consumptionTax.toAmountString() }),
      },
      refundAccount: { accountNumber: account.accountNumber, accountHolder: account.accountHolder },
    });
  }

  override composeBatch(batch: FiledBatch): string {
    const { reference, number, regime, taxpayer, period, claims } = batch;
    return JSON.stringify({
      ...{ reference, number, regime, taxpayer: { name: taxpayer.name, uscc: taxpayer.uscc }, period, currency: 'CNY' },
      claims: claims.map((claim) => JSON.parse(claim) as object),
      totals: { taxableAmount: batch.taxable.toAmountString(), refundAmount: batch.refund.toAmountString() },
    });
  }

  override async precheckBatch(asker: Asker, reference: string, body: string): Promise<BatchDoubt[]> {
    const path = `/batches/${encodeURIComponent(reference)}/precheck`;
    const call = { partner: 'tax-bureau', operation: 'precheck-batch', reference, method: 'POST', path, body } as const;
    const answer = await this.letIn(() => this.client.call(asker, call));
    return this.understood(() => readBatchDoubts(answer.body));
  }

  override async fileBatch(asker: Asker, reference: string, body: string): Promise<BatchAnswer> {
    const path = '/batches';
    const call = { partner: 'tax-bureau', operation: 'file-batch', reference, method: 'POST', path, body } as const;
    const answer = await this.letIn(() => this.client.call(asker, call));
    return this.understood(() => readBatch(answer.body));
  }

  override async askBatch(asker: Asker, reference: string): Promise<BatchAnswer | null> {
    const path = `/batches/${encodeURIComponent(reference)}`;
    const call = { partner: 'tax-bureau', operation: 'ask-batch', reference, method: 'GET', path } as const;
    const answer = await this.letIn(() => this.client.find(asker, call));
    return answer === null ? null : this.understood(() => readBatch(answer.body));
  }

  override async precheck(asker: Asker, reference: string, message: string): Promise<Doubt[]> {
    const { body } = await this.letIn(() =>
      this.client.call(asker, {
        partner: 'tax-bureau',
        operation: 'precheck-claim',
        reference,
        method: 'POST',
        path: `/claims/${encodeURIComponent(reference)}/precheck`,
        body: message,
      }),
    );
    return this.understood(() => readDoubts(body));
  }

  override async file(asker: Asker, reference: string, message: string): Promise<string> {
    const { body } = await this.letIn(() =>
      this.client.call(asker, {
        partner: 'tax-bureau',
        operation: 'file-claim',
        reference,
        method: 'POST',
        path: '/claims',
        body: message,
      }),
    );
    return this.understood(() => readStatus(body).acceptanceNumber);
  }

  override async ask(asker: Asker, reference: string): Promise<BureauNews | null> {
    const answer = await this.letIn(() =>
      this.client.find(asker, {
        partner: 'tax-bureau',
        operation: 'ask-claim',
        reference,
        method: 'GET',
        path: `/claims/${encodeURIComponent(reference)}`,
      }),
    );
    return answer === null ? null : this.understood(() => readStatus(answer.body));
  }

  override read(message: string): BureauNews | BatchPayment {
    return readBatchPayment(message) ?? readCallback(message);
  }

  /** An answer that we cannot read may be a yes: unknown, so the same question is put again. */
  private understood<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new PartnerUnavailableError(SAY.answer_unknown, { partner: 'tax-bureau' }, [], {
        cause: error,
      });
    }
  }

  private async letIn<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      if (NOT_LET_IN.includes(error.details['status'])) {
        throw new PartnerUnavailableError(SAY.not_let_in, { partner: 'tax-bureau' }, [], {
          cause: error,
        });
      }
      const reason = reasonOf(String(error.details['reason'] ?? ''));
      throw new PartnerRejectedError(SAY.bureau_refused, { partner: 'tax-bureau', reason }, [], { cause: error });
    }
  }
}

function lineOf(line: FiledLine): object {
  const [main, ...further] = line.invoices;
  return {
    ...(line.link === null ? {} : { link: line.link }),
    declarationLine: line.declarationLine,
    hsCode: line.hsCode,
    exportDate: line.exportDate,
    ...(main === undefined ? {} : invoiceOf(main)),
    quantity: line.quantity.toFixed(),
    unit: line.unit,
    taxableAmount: line.taxable.toAmountString(),
    vatRate: line.vatRate.toFixed(),
    refundRate: line.refundRate.toFixed(),
    refundAmount: line.refund.toAmountString(),
    ...(line.consumptionTax === null ? {} : { consumptionTax: taxOf(line.consumptionTax) }),
    // One item bought with several invoices: the first stands in the line, all the others behind it.
    ...(further.length === 0
      ? {}
      : {
          furtherInvoices: further.map((invoice) => ({
            ...invoiceOf(invoice),
            taxableAmount: invoice.taxable.toAmountString(),
          })),
        }),
  };
}

/** 消费税: what is refunded of it, and the papers that show it. */
function taxOf({ refund, papers }: FiledConsumptionTax): object {
  return {
    refundAmount: refund.toAmountString(),
    vouchers: papers.map((paper) => ({
      ...{ kind: paper.kind, number: paper.number, issuedOn: paper.issuedOn, supplierTaxNo: paper.supplierTaxNumber },
      ...{ quantity: paper.quantity, unit: paper.unit, taxableAmount: paper.taxable.toAmountString() },
      ...(paper.rate === null ? {} : { rate: paper.rate }),
      ...(paper.amountPerUnit === null ? {} : { amountPerUnit: paper.amountPerUnit }),
      taxAmount: paper.tax.toAmountString(),
    })),
  };
}

function invoiceOf({ invoiceCode, invoiceNumber, invoiceDate, supplierTaxNumber }: FiledInvoice): object {
  return {
    ...(invoiceCode === null ? {} : { invoiceCode }),
    invoiceNumber,
    invoiceDate,
    supplierTaxNo: supplierTaxNumber,
  };
}

/** The bureau's own words, of every fault: `{"code","message","errors":[{"pointer","message"}]}`. */
function reasonOf(answer: string): string {
  try {
    const { message, errors = [] } = JSON.parse(answer) as {
      message?: string;
      errors?: { pointer?: string; message?: string }[];
    };
    const faults = errors.map((fault) => `${fault.pointer ?? ''} ${fault.message ?? ''}`.trim());
    return beginningOf([message ?? answer, ...faults].join('; '), 1_000);
  } catch {
    return beginningOf(answer, 1_000);
  }
}
