import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../../kernel/partner-errors.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type PartnerAnswer, PartnerClient, type PartnerRequest } from '../../../platform/partners/partner-client.js';
import { beginningOf } from '../../../platform/partners/storable-text.js';
import { UnreadableCourierMessageError } from '../../domain/consignments/consignment.errors.js';
import { type ConsignmentInstruction } from '../../domain/consignments/consignment-instruction.js';
import { SAY_CONSIGNMENT as SAY } from '../../domain/consignments/consignment.sentences.js';
import { type CourierReport } from '../../domain/consignments/courier-report.js';
import { isJson, listAt, parseJson, textAt } from '../dcsa-reading.js';
import { type Caller, Courier, type CourierCancellation } from './courier.port.js';
import { readCourierReport } from './courier-reading.js';

/** Statuses that speak of us, not of the consignment: the courier has not judged it. */
const NOT_A_VERDICT: readonly unknown[] = [401, 403];
const REASON_MAX = 500;

/** A courier that speaks JSON over HTTP: the format of the sandbox, to be replaced by one adapter for each real courier. */
@Injectable()
export class HttpCourier extends Courier {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override compose(instruction: ConsignmentInstruction): string {
    const { departureDate, nature, ...rest } = instruction;
    return JSON.stringify({ ...rest, shipDate: departureDate, ...nature });
  }

  override async book(
    caller: Caller,
    { reference, message }: { readonly reference: string; readonly message: string },
  ): Promise<{ courierReference: string }> {
    const request = { operation: 'book-consignment', reference, method: 'POST', path: '/v1/consignments' } as const;
    const answer = await this.call(caller, { ...request, body: message });
    const { courierReference } = reportIn(answer);
    if (courierReference === null) throw unclear(SAY.courier_lacks({ field: 'courierReference' }));
    return { courierReference };
  }

  override async consignment(caller: Caller, reference: string): Promise<CourierReport | null> {
    const request = { operation: 'get-consignment', reference, method: 'GET', path: pathOf(reference) } as const;
    const answer = await inWords(() => this.client.find(caller, { partner: 'courier', ...request }));
    return answer === null ? null : reportIn(answer);
  }

  override async cancel(caller: Caller, { reference, reason }: CourierCancellation): Promise<void> {
    const path = `${pathOf(reference)}/cancellation`;
    const body = JSON.stringify(reason === null ? {} : { reason });
    await this.call(caller, { operation: 'cancel-consignment', reference, method: 'POST', path, body });
  }

  override read(body: string): CourierReport {
    return readCourierReport(body);
  }

  private call(caller: Caller, request: Omit<PartnerRequest, 'partner'>): Promise<PartnerAnswer> {
    return inWords(() => this.client.call(caller, { partner: 'courier', ...request }));
  }
}

function pathOf(reference: string): string {
  return `/v1/consignments/${encodeURIComponent(reference)}`;
}

/** A refusal in the courier's own words, where it gave any. */
async function inWords<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PartnerRejectedError)) throw error;
    if (NOT_A_VERDICT.includes(error.details['status'])) throw unclear(SAY.courier_not_let_in, error);
    const reason = refusalIn(String(error.details['reason'] ?? ''));
    throw new PartnerRejectedError(error.sentence, { ...error.details, reason }, [], { cause: error });
  }
}

/** The message and its faults, each with its place. */
function refusalIn(body: string): string {
  try {
    const answer = parseJson(body);
    if (!isJson(answer)) return beginningOf(body, REASON_MAX);
    const faults = listAt(answer, 'errors').map((fault) => [textAt(fault, 'pointer'), textAt(fault, 'message')]);
    const texts = [[textAt(answer, 'message')], ...faults].map((parts) =>
      parts.filter((part) => part !== null).join(' '),
    );
    return beginningOf(texts.filter((text) => text !== '').join('; '), REASON_MAX);
  } catch {
    return beginningOf(body, REASON_MAX);
  }
}

/** An answer that cannot be read says nothing: it is asked again. */
function reportIn({ body }: PartnerAnswer): CourierReport {
  try {
    return readCourierReport(body);
  } catch (error) {
    if (!(error instanceof UnreadableCourierMessageError)) throw error;
    throw unclear(error.sentence, error);
  }
}

function unclear(why: Sentence, cause?: unknown): PartnerUnavailableError {
  return new PartnerUnavailableError(SAY.courier_unclear({ why }), { partner: 'courier' }, [], { cause });
}
