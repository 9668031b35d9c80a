import { Injectable } from '@nestjs/common';

import { PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type PartnerAnswer, PartnerClient } from '../../platform/partners/partner-client.js';
import { type Doorway, letIn, refusal } from './let-in.js';
import { SAY } from '../domain/customs.sentences.js';
import { type DeclarationForm } from '../domain/declaration-form.js';
import { type StatedBill } from '../domain/imports/tax-bill.js';
import { type Receipt } from '../domain/receipt.js';
import {
  type Asker,
  type Composed,
  CustomsWindow,
  type DeclarationRead,
  type GrantedRefund,
  type ImportAnswer,
  type RequestAnswer,
  type RequestFacts,
} from './customs-window.port.js';
import { type FieldChange } from '../domain/declaration-request.js';
import { composeDecModMessage, differencesOf } from './dec-mod-message.js';
import { composeSupplement } from './dec-supplement.js';
import { composeDecMessage } from './dec-message.js';
import { readDeclaration } from './read-declaration.js';
import { readReceipts } from './receipt-reader.js';
import { composeTaxRefund, readTaxRefund } from './tax-refund-message.js';
import { readTaxBill } from './tax-bill.reader.js';
import { parseXml, textAt } from './xml.js';

const XML = 'application/xml; charset=utf-8';

const DOORWAY: Doorway = { shut: SAY.not_let_in, refused: SAY.message_refused, reasonOf };

/** The single window's own XML: DecMessage out, DecImportResponse and receipts in. */
@Injectable()
export class XmlCustomsWindow extends CustomsWindow {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override compose(form: DeclarationForm, clientReference: string, signedAt: Date): Composed {
    return composeDecMessage(form, clientReference, signedAt);
  }

  override readDeclaration(message: string): DeclarationRead | null {
    return readDeclaration(message);
  }

  override async submit(asker: Asker, reference: string, message: string): Promise<ImportAnswer> {
    const { body } = await this.post(asker, {
      operation: 'submit-declaration',
      path: '/declarations',
      reference,
      message,
    });
    const response = parseXml(body)?.['DecImportResponse'];
    const sequenceNumber = textAt(response, 'SeqNo');
    // An answer that we cannot read may be a yes: unknown, so the same question is put again.
    if (response === undefined || (textAt(response, 'ResponseCode') === '0' && sequenceNumber === '')) {
      throw new PartnerUnavailableError(SAY.unknown_answer, { partner: 'customs' });
    }
    if (textAt(response, 'ResponseCode') !== '0') throw refusal(DOORWAY, textAt(response, 'ErrorMessage'));
    return { sequenceNumber, text: body };
  }

  override differences(before: DeclarationForm, after: DeclarationForm): FieldChange[] {
    return differencesOf(before, after);
  }

  override composeRequest(facts: RequestFacts, signedAt: Date): Composed {
    if (facts.kind === 'supplement') return composeSupplement(facts, signedAt);
    if (facts.kind === 'tax_refund') return composeTaxRefund(facts, signedAt);
    return composeDecModMessage(facts, signedAt);
  }

  override async request(asker: Asker, reference: string, message: string): Promise<RequestAnswer> {
    const { body } = await this.post(asker, {
      operation: 'request-modification',
      path: '/declaration-requests',
      reference,
      message,
    });
    const response = parseXml(body)?.['DecModSaveResponse'];
    const sequenceNumber = textAt(response, 'DecModSeqNo');
    const code = textAt(response, 'ResultCode');
    if (response === undefined || (code === '0' && sequenceNumber === '')) {
      throw new PartnerUnavailableError(SAY.unknown_answer, { partner: 'customs' });
    }
    if (code !== '0') throw refusal(DOORWAY, textAt(response, 'ResultMessage'));
    return { sequenceNumber, text: body };
  }

  override async supplement(asker: Asker, reference: string, message: string): Promise<RequestAnswer> {
    const { body } = await this.post(asker, {
      operation: 'answer-supplement',
      path: '/supplements',
      reference,
      message,
    });
    const response = parseXml(body)?.['DecSDImportResponse'];
    if (response === undefined) throw new PartnerUnavailableError(SAY.unknown_answer, { partner: 'customs' });
    if (textAt(response, 'ResponseCode') !== '0') throw refusal(DOORWAY, textAt(response, 'ErrorMessage'));
    return { sequenceNumber: null, text: body };
  }

  override async answers(asker: Asker, reference: string): Promise<readonly Receipt[] | null> {
    return this.ask(
      asker,
      'ask-modification',
      `/declaration-requests/${encodeURIComponent(reference)}/receipts`,
      reference,
    );
  }

  override async receipts(asker: Asker, reference: string): Promise<readonly Receipt[] | null> {
    return this.ask(asker, 'ask-receipts', `/declarations/${encodeURIComponent(reference)}/receipts`, reference);
  }

  private post(
    asker: Asker,
    { operation, path, reference, message }: { operation: string; path: string; reference: string; message: string },
  ): Promise<PartnerAnswer> {
    return letIn(DOORWAY, () =>
      this.client.call(asker, {
        partner: 'customs',
        ...{ operation, reference, path },
        method: 'POST',
        body: message,
        contentType: XML,
        headers: { 'x-message-id': reference },
      }),
    );
  }

  private async ask(
    asker: Asker,
    operation: string,
    path: string,
    reference: string,
  ): Promise<readonly Receipt[] | null> {
    const answer = await letIn(DOORWAY, () =>
      this.client.find(asker, { partner: 'customs', operation, reference, method: 'GET', path }),
    );
    return answer === null ? null : readReceipts(answer.body);
  }

  override readTaxBill(body: string): StatedBill {
    return readTaxBill(body);
  }

  override readTaxRefund(body: string): GrantedRefund {
    return readTaxRefund(body);
  }

  override read(message: string): readonly Receipt[] {
    return readReceipts(message);
  }
}

/** Customs' own words. The answer may be cut short, so it is not parsed as a document. */
function reasonOf(answer: string): string {
  const [, text = ''] = /<(?:Error|Result)Message>([^<]*)/.exec(answer) ?? [];
  const words = text === '' ? answer : text;
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
