import { randomUUID } from 'node:crypto';

import { type FastifyInstance } from 'fastify';

import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { parseObject } from '../world/json.js';
import { Refusal } from '../world/refusal.js';
import { type World } from '../world/world.js';
import { BookingDesk } from './booking-desk.js';
import { BOOKING_KIND, BookingRegister, type BookingStory, ENDED } from './booking-register.js';
import { type BookingRequest, forwarderReferenceOf, readBooking } from './booking-rules.js';
import { bookingDocument, type BookingState } from './documents.js';
import { dcsaWording } from './errors.js';
import { PapersDoor } from './papers-door.js';
import { VgmDoor } from './vgm-door.js';
import { Voyages } from './voyages.js';

const LOOK_UPS = ['carrierBookingReference', 'transportDocumentReference', 'carrierBookingRequestReference'] as const;

/** A container line: bookings by DCSA Booking 2.0, milestones by Track & Trace 2.2, papers by Bill of Lading 3.0, weights by VGM 1.0. It loads what customs released. */
export class Carrier {
  private readonly register: BookingRegister;
  private readonly weights: VgmDoor;

  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    this.register = new BookingRegister(world);
    const door = new Doorway(server, world, 'carrier', dcsaWording);
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    door.on(
      'POST',
      '/v2/bookings',
      (arrival) => this.book(arrival),
      ({ body }) => forwarderReferenceOf(body),
    );
    door.on('GET', '/v2/bookings/:reference', (arrival) => this.show(arrival), named);
    door.on('PUT', '/v2/bookings/:reference', (arrival) => this.change(arrival), named);
    door.on('PATCH', '/v2/bookings/:reference', (arrival) => this.cancel(arrival), named);
    door.on('GET', '/v2/events', (arrival) => this.events(arrival));
    world.courses.teach<BookingState>('carrier', BOOKING_KIND, courseOf);
    new BookingDesk(world, this.register);
    new Voyages(world, this.register);
    new PapersDoor(door, world, this.register);
    this.weights = new VgmDoor(door, world, this.register);
  }

  private book(arrival: Arrival): Reply {
    const { booking, faults } = readBooking(arrival.body);
    const reference = booking.forwarderReference;
    if (reference === '') faults.refuse(400, 'INVALID', 'The booking request does not fit its schema');
    const taken = this.world.take<BookingState>(
      requestOf(arrival, BOOKING_KIND, reference, booking.magicTexts),
      (words) => {
        faults.refuse(400, 'INVALID', 'The booking request does not fit its schema');
        const state = newState(booking, words);
        this.register.nameAs(state.requestReference, reference);
        return {
          state,
          answer: jsonAnswer(202, { carrierBookingRequestReference: state.requestReference }),
          firstStep: 'receive',
        };
      },
    );
    return reply(reference, taken);
  }

  private show(arrival: Arrival): Reply {
    const story = this.register.find(arrival.params['reference'] ?? '');
    this.world.ask(story);
    // As DCSA has it: until a request is processed it has no status and cannot be asked for.
    if (story.state.status === null) throw new Refusal(404, 'NOT_FOUND', 'The booking request is not processed yet');
    const { state } = story;
    const amended = arrival.query['amendedContent'] === 'true' && state.change !== null;
    const shown = amended ? { ...state, booking: state.change ?? state.booking } : state;
    return asked(story.reference, jsonAnswer(200, bookingDocument(shown)));
  }

  private events(arrival: Arrival): Reply {
    const given = LOOK_UPS.map((name) => arrival.query[name]).find((value) => value !== undefined && value !== '');
    if (given === undefined) throw new Refusal(400, 'INVALID', `One of ${LOOK_UPS.join(', ')} is required`);
    const story = this.register.find(given);
    this.world.ask(story);
    const { events, requestReference } = story.state;
    // Of one kind of document, or the milestones of the goods.
    const isOfWeights = arrival.query['documentTypeCode'] === 'VGM';
    return asked(story.reference, jsonAnswer(200, isOfWeights ? this.weights.eventsOf(requestReference) : events));
  }

  /** An update of what is not confirmed yet, or an amendment of what is. The last one that comes counts. */
  private change(arrival: Arrival): Reply {
    const story = this.register.find(arrival.params['reference'] ?? '');
    const { state, reference } = story;
    const { booking, faults } = readBooking(arrival.body);
    const names = [booking.request['carrierBookingRequestReference'], booking.request['carrierBookingReference']];
    const isNamed = names.includes(state.requestReference) || names.includes(state.bookingReference);
    faults.unless(isNamed, '/carrierBookingRequestReference', 'must name this booking, or carrierBookingReference');
    faults.refuse(400, 'INVALID', 'The update does not fit its schema');
    if (ENDED.includes(state.status) || state.status === null) {
      throw new Refusal(409, 'CONFLICT', `The booking is ${state.status ?? 'not yet processed'}`);
    }
    const isRepeated = JSON.stringify(state.change?.request) === JSON.stringify(booking.request);
    if (isRepeated) return { answer: EMPTY_202, reference, effect: 'repeated' };
    state.change = booking;
    this.world.stories.save(story);
    this.world.next(story, 'takeChange');
    return { answer: EMPTY_202, reference, effect: 'taken' };
  }

  /** Before the confirmation a cancellation simply holds; after it, it is a request that we grant until loading. */
  private cancel(arrival: Arrival): Reply {
    const story = this.register.find(arrival.params['reference'] ?? '');
    const { state } = story;
    const wish = parseObject(arrival.body);
    if (wish['amendedBookingStatus'] === 'AMENDMENT_CANCELLED') return this.dropAmendment(story);
    const isConfirmed = state.status === 'CONFIRMED' || state.status === 'PENDING_AMENDMENT';
    const wantsEnd = wish['bookingStatus'] === 'CANCELLED';
    const wantsCancellation = wish['bookingCancellationStatus'] === 'CANCELLATION_RECEIVED';
    if (wantsEnd === wantsCancellation) {
      throw new Refusal(
        400,
        'INVALID',
        'bookingStatus CANCELLED or bookingCancellationStatus CANCELLATION_RECEIVED is required',
      );
    }
    if (isRepeated(state, wantsEnd)) return { answer: EMPTY_202, reference: story.reference, effect: 'repeated' };
    if (ENDED.includes(state.status) || wantsCancellation !== isConfirmed) {
      throw new Refusal(409, 'CONFLICT', `The booking is ${state.status ?? 'not yet processed'}`);
    }
    if (wantsEnd) state.status = 'CANCELLED';
    else state.cancellation = 'CANCELLATION_RECEIVED';
    this.world.stories.save(story);
    this.world.next(story, wantsEnd ? 'cancel' : 'answerCancellation');
    return { answer: EMPTY_202, reference: story.reference, effect: 'taken' };
  }

  private dropAmendment(story: BookingStory): Reply {
    const { state, reference } = story;
    if (state.amendment === 'AMENDMENT_CANCELLED') return { answer: EMPTY_202, reference, effect: 'repeated' };
    if (state.amendment !== 'AMENDMENT_RECEIVED') throw new Refusal(404, 'NOT_FOUND', 'There is no open amendment');
    state.amendment = 'AMENDMENT_CANCELLED';
    state.change = null;
    this.world.stories.save(story);
    this.world.next(story, 'tellAmendment');
    return { answer: EMPTY_202, reference, effect: 'taken' };
  }
}

const EMPTY_202 = { status: 202, contentType: 'application/json; charset=utf-8', body: 'null' };

function newState(booking: BookingRequest, words: readonly string[]): BookingState {
  return {
    booking,
    change: null,
    amendment: null,
    words,
    requestReference: randomUUID(),
    status: null,
    cancellation: null,
    feedbacks: [],
    bookingReference: null,
    billNumber: null,
    voyage: null,
    containers: [],
    isAwaitingRelease: false,
    isLoaded: false,
    events: [],
  };
}

function isRepeated({ status, cancellation }: BookingState, wantsEnd: boolean): boolean {
  return wantsEnd ? status === 'CANCELLED' : cancellation !== null;
}

/** What a line may still do depends on whether it has confirmed, and on whether the boxes are at the terminal. */
function courseOf({ state }: BookingStory, word: string): string | null {
  const { status, isAwaitingRelease } = state;
  if (status === null) {
    state.words = [...state.words, word];
    return 'receive';
  }
  if (word === 'REJECT') return status === 'RECEIVED' ? 'reject' : null;
  if (status === 'RECEIVED' || status === 'UPDATE_RECEIVED' || status === 'PENDING_UPDATE') {
    state.words = [...state.words, word];
    return 'confirm';
  }
  if (status !== 'CONFIRMED' || state.isLoaded) return null;
  if (word === 'DECLINE') return 'decline';
  if (isAwaitingRelease) return 'roll';
  // Nothing has been told of the voyage yet: it is still to be planned.
  if (state.events.length > 0) return null;
  state.words = [...state.words, word];
  return 'plan';
}
