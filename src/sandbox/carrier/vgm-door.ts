import { randomUUID } from 'node:crypto';

import { type Arrival, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { type Outcome } from '../world/magic.js';
import { type Refusal } from '../world/refusal.js';
import { type Answer, type Story, type World } from '../world/world.js';
import { type BookingRegister } from './booking-register.js';
import { jsonPath } from './errors.js';
import { declarationReferenceIn, readVgm, type VgmRequest } from './vgm-rules.js';

interface VgmState {
  readonly vgm: VgmRequest;
  readonly words: readonly string[];
  readonly forwarderReference: string;
  readonly events: object[];
}

type VgmStory = Story<VgmState>;

const VGM_KIND = 'vgm-declaration';
const TAKEN = jsonAnswer(200, { feedbackElements: [] });

/** Where the line is told what containers weigh (DCSA VGM 1.0). What it makes of it stands in shipment events. */
export class VgmDoor {
  constructor(
    door: Doorway,
    private readonly world: World,
    private readonly bookings: BookingRegister,
  ) {
    door.on(
      'POST',
      '/v1/vgm-declarations',
      (arrival) => this.take(arrival),
      ({ body }) => declarationReferenceIn(body),
      vgmWording,
    );
    world.teach<VgmState>('carrier', VGM_KIND, {
      receive: (story) => {
        this.tell(story, 'RECE');
        world.next(story, 'decide');
      },
      decide: (story) => {
        const isRejected = story.state.words.includes('VGM-REJECT' satisfies Outcome<'carrier'>);
        if (isRejected) this.tell(story, 'REJE', 'The container was weighed at the terminal, and weighs more');
        else this.tell(story, 'APPR');
      },
    });
  }

  /** All that was told of the masses of a booking; what was mislaid is found when somebody asks. */
  eventsOf(bookingReference: string): readonly object[] {
    const stories = this.world.stories.knownAs(nameOf(bookingReference)) as VgmStory[];
    for (const story of stories) this.world.ask(story);
    return stories.flatMap(({ state }) => state.events);
  }

  private take(arrival: Arrival): Reply {
    const { vgm, faults } = readVgm(arrival.body);
    const reference = vgm.declarationReference;
    if (reference === '') faults.refuse(400, 'INVALID', 'The declaration does not fit its schema');
    const taken = this.world.take<VgmState>(requestOf(arrival, VGM_KIND, reference, vgm.magicTexts), (words) => {
      faults.refuse(400, 'INVALID', 'The declaration does not fit its schema');
      const { state: booking } = this.bookings.find(vgm.carrierBookingReference);
      this.world.stories.nameAs(nameOf(booking.requestReference), { partner: 'carrier', kind: VGM_KIND, reference });
      const { forwarderReference } = booking.booking;
      return { state: { vgm, words, forwarderReference, events: [] }, answer: TAKEN, firstStep: 'receive' };
    });
    for (const forgotten of vgm.retracted) this.world.stories.note(retractionOf(forgotten));
    return reply(reference, taken);
  }

  /** Of what was retracted nothing more is said. */
  private tell(story: VgmStory, code: 'RECE' | 'APPR' | 'REJE', reason: string | null = null): void {
    const { state, reference } = story;
    if (this.world.stories.isNoted(retractionOf(reference))) return;
    const now = this.world.clock.now().toISOString();
    const event = {
      eventID: randomUUID(),
      eventCreatedDateTime: now,
      eventType: 'SHIPMENT',
      eventClassifierCode: 'ACT',
      eventDateTime: now,
      shipmentEventTypeCode: code,
      documentTypeCode: 'VGM',
      documentID: reference,
      ...(reason === null ? {} : { reason }),
      documentReferences: [{ documentReferenceType: 'BKG', documentReferenceValue: state.vgm.carrierBookingReference }],
      references: [{ referenceType: 'FF', referenceValue: state.forwarderReference }],
    };
    state.events.push(event);
    this.world.stories.save(story);
    this.world.tellJson(story, [event]);
  }
}

/** PostVGMDeclarationsError: VGM 1.0 words a refusal in feedback elements. */
function vgmWording({ status, message, faults }: Refusal): Answer {
  const single = [{ severity: 'ERROR', message }];
  const feedbackElements = faults.map(({ pointer, message: reason }) => ({
    severity: 'ERROR',
    message: `${pointer} ${reason}`,
    propertyPath: jsonPath(pointer),
  }));
  return jsonAnswer(status, { feedbackElements: feedbackElements.length === 0 ? single : feedbackElements });
}

function nameOf(bookingReference: string): string {
  return `carrier/vgm/${bookingReference}`;
}

function retractionOf(reference: string): string {
  return `vgm-retracted/${reference}`;
}
