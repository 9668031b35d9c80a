import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { PartnerRejectedError } from '../../../kernel/partner-errors.js';
import { type PartnerAnswer, PartnerClient, type PartnerRequest } from '../../../platform/partners/partner-client.js';
import { beginningOf } from '../../../platform/partners/storable-text.js';
import { UnreadableCarrierMessageError } from '../../domain/booking.errors.js';
import { SAY } from '../../domain/freight.sentences.js';
import { SAY_VGM } from '../../domain/vgm/vgm.sentences.js';
import { type VgmNotice } from '../../domain/vgm/vgm-content.js';
import { lastWord, type VgmReport } from '../../domain/vgm/vgm-report.js';
import { type Caller } from '../carrier.port.js';
import { clear, inWords } from '../carrier-wire.js';
import { isJson, listAt, parseJson, textAt } from '../dcsa-reading.js';
import { CarrierVgm } from './carrier-vgm.port.js';
import { readVgmEvents } from './dcsa-vgm.js';
import { vgmDeclaration } from './vgm-declaration.js';

const REASON_MAX = 500;
const HEADERS = { 'api-version': '1.0.1' };
/** Retractions stand behind the declaration: what is said of them is no word on it. */
const OF_RETRACTION = /^\$\.VGMDeclarations\[[1-9]/;

/** A carrier that speaks DCSA VGM 1.0, and Track & Trace 2.2. */
@Injectable()
export class HttpCarrierVgm extends CarrierVgm {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override compose(notice: VgmNotice): string {
    return vgmDeclaration(notice);
  }

  override async declare(
    caller: Caller,
    { reference, message: body }: Parameters<CarrierVgm['declare']>[1],
  ): Promise<void> {
    const request = { operation: 'declare-vgm', reference, method: 'POST', path: '/v1/vgm-declarations' } as const;
    const answer = await this.call(caller, { ...request, body, headers: HEADERS });
    const reason = refusalIn(answer);
    if (reason !== null) throw new PartnerRejectedError(SAY_VGM.not_taken, { partner: 'carrier', reason });
  }

  override async standing(
    caller: Caller,
    { declarationId, carrierBookingReference }: Parameters<CarrierVgm['standing']>[1],
  ): Promise<VgmReport | null> {
    const query = `carrierBookingReference=${encodeURIComponent(carrierBookingReference)}&documentTypeCode=VGM`;
    const reference = publicId('vgmDeclaration', declarationId);
    const request = { operation: 'get-vgm-events', reference, method: 'GET', path: `/v2/events?${query}` } as const;
    const answer = await inWords(() => this.client.find(caller, { partner: 'carrier', ...request }));
    if (answer === null) return null;
    const told = clear(() => {
      const events = parseJson(answer.body);
      if (!Array.isArray(events)) throw new UnreadableCarrierMessageError(SAY.events_no_list);
      return readVgmEvents(events);
    });
    return lastWord(told.filter((report) => report.declarationId === declarationId));
  }

  override read(body: string): readonly VgmReport[] {
    const message = parseJson(body);
    return readVgmEvents(Array.isArray(message) ? message : [message]);
  }

  private call(caller: Caller, request: Omit<PartnerRequest, 'partner'>): Promise<PartnerAnswer> {
    return inWords(() => this.client.call(caller, { partner: 'carrier', ...request }));
  }
}

/** An answer may be a success of which the feedback says that the declaration was not processed; null where it was. */
function refusalIn({ body }: PartnerAnswer): string | null {
  const answer = clear(() => parseJson(body === '' ? 'null' : body));
  const feedback = isJson(answer) ? listAt(answer, 'feedbackElements') : [];
  const errors = feedback.filter(
    (element) => textAt(element, 'severity') === 'ERROR' && !OF_RETRACTION.test(textAt(element, 'propertyPath') ?? ''),
  );
  if (errors.length === 0) return null;
  return beginningOf(errors.map((element) => textAt(element, 'message') ?? '').join('; '), REASON_MAX);
}
