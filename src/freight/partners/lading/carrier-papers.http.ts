import { Injectable } from '@nestjs/common';

import { type PartnerAnswer, PartnerClient, type PartnerRequest } from '../../../platform/partners/partner-client.js';
import { type DocumentReport } from '../../domain/lading/document-report.js';
import { type Instruction } from '../../domain/lading/instruction.js';
import { type InstructionsReport } from '../../domain/lading/lading-report.js';
import { SAY } from '../../domain/freight.sentences.js';
import { type Caller } from '../carrier.port.js';
import { clear, inWords, objectIn, unclear } from '../carrier-wire.js';
import { isJson, parseJson, textAt } from '../dcsa-reading.js';
import { CarrierPapers, type PapersWord, type SurrenderRequest } from './carrier-papers.port.js';
import { readDocument, readInstructions, readPapersNotification } from './dcsa-papers.js';
import { type InstructionsMessage, shippingInstructions } from './shipping-instructions.js';

const STILL_PROCESSING = 202;
const AT = '/v3/shipping-instructions';

const COMMENTS = { originals: 'All originals are handed in', telex_release: 'Telex release' } as const;

type Withdrawal = Parameters<CarrierPapers['withdraw']>[1];

/** A carrier that speaks DCSA Bill of Lading 3.0. */
@Injectable()
export class HttpCarrierPapers extends CarrierPapers {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override compose(instruction: Instruction): InstructionsMessage {
    return shippingInstructions(instruction);
  }

  override async instruct(
    caller: Caller,
    { reference, message }: { readonly reference: string; readonly message: string },
  ): Promise<{ shippingInstructionsReference: string }> {
    const request = { operation: 'create-shipping-instructions', reference, method: 'POST', path: AT } as const;
    const answer = await this.call(caller, { ...request, body: message });
    const shippingInstructionsReference = textAt(objectIn(answer), 'shippingInstructionsReference');
    if (shippingInstructionsReference === null) throw unclear(SAY.unnamed_booking);
    return { shippingInstructionsReference };
  }

  override async update(
    caller: Caller,
    { reference, carrierReference, message: body }: Parameters<CarrierPapers['update']>[1],
  ): Promise<void> {
    const path = `${AT}/${encodeURIComponent(carrierReference)}`;
    await this.call(caller, { operation: 'update-shipping-instructions', reference, method: 'PUT', path, body });
  }

  override async withdraw(caller: Caller, { reference, carrierReference, what }: Withdrawal): Promise<void> {
    const path = `${AT}/${encodeURIComponent(carrierReference)}`;
    const state =
      what === 'update'
        ? { updatedShippingInstructionsStatus: 'UPDATE_CANCELLED' }
        : { shippingInstructionsStatus: 'CANCELLED' };
    const operation = 'patch-shipping-instructions';
    await this.call(caller, { operation, reference, method: 'PATCH', path, body: JSON.stringify(state) });
  }

  override async instructions(caller: Caller, carrierReference: string): Promise<InstructionsReport | null> {
    const path = `${AT}/${encodeURIComponent(carrierReference)}`;
    const operation = 'get-shipping-instructions';
    const answer = await this.find(caller, { operation, reference: carrierReference, method: 'GET', path });
    if (answer === null || answer.status === STILL_PROCESSING) return null;
    return clear(() => readInstructions(objectIn(answer), null));
  }

  override async approve(
    caller: Caller,
    { reference, transportDocumentReference: number }: Parameters<CarrierPapers['approve']>[1],
  ): Promise<void> {
    const path = `/v3/transport-documents/${encodeURIComponent(number)}`;
    const body = JSON.stringify({ transportDocumentStatus: 'APPROVED' });
    await this.call(caller, { operation: 'approve-transport-document', reference, method: 'PATCH', path, body });
  }

  /** DCSA eBL surrender 3.0: SREQ for delivery, AREQ for amendment. How paper is given back stands in the comments. */
  override async surrender(caller: Caller, request: SurrenderRequest): Promise<void> {
    const { reference, transportDocumentReference, purpose, manner } = request;
    const body = JSON.stringify({
      surrenderRequestReference: reference,
      transportDocumentReference,
      surrenderRequestCode: purpose === 'delivery' ? 'SREQ' : 'AREQ',
      ...(manner === null || manner === 'electronic' ? {} : { comments: COMMENTS[manner] }),
      endorsementChain: [],
    });
    const path = '/v3/ebl-surrender-requests';
    await this.call(caller, { operation: 'surrender-document', reference, method: 'POST', path, body });
  }

  override async document(caller: Caller, reference: string): Promise<DocumentReport | null> {
    const path = `/v3/transport-documents/${encodeURIComponent(reference)}`;
    const answer = await this.find(caller, { operation: 'get-transport-document', reference, method: 'GET', path });
    if (answer === null || answer.status === STILL_PROCESSING) return null;
    return clear(() => readDocument(objectIn(answer), null));
  }

  override read(body: string): PapersWord | null {
    const message = parseJson(body);
    return isJson(message) ? readPapersNotification(message) : null;
  }

  private call(caller: Caller, request: Omit<PartnerRequest, 'partner'>): Promise<PartnerAnswer> {
    return inWords(() => this.client.call(caller, { partner: 'carrier', ...request }));
  }

  private find(caller: Caller, request: Omit<PartnerRequest, 'partner'>): Promise<PartnerAnswer | null> {
    return inWords(() => this.client.find(caller, { partner: 'carrier', ...request }));
  }
}
