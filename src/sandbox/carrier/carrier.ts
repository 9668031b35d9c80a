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
import { Voyages } from './voyages.js';

const LOOK_UPS = ['carrierBookingReference', 'transportDocumentReference', 'carrierBookingRequestReference'] as const;

/** A container line: bookings by DCSA Booking 2.0, milestones by DCSA Track & Trace 2.2. It loads what customs released. */
export class Carrier {
  private readonly register: BookingRegister;

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
    door.on('PATCH', '/v2/bookings/:reference', (arrival) => this.cancel(arrival), named);
    door.on('GET', '/v2/events', (arrival) => this.events(arrival));
    world.courses.teach<BookingState>('carrier', BOOKING_KIND, courseOf);
    new BookingDesk(world, this.register);
    new Voyages(world, this.register);
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
    return asked(story.reference, jsonAnswer(200, bookingDocument(story.state)));
  }

  private events(arrival: Arrival): Reply {
    const given = LOOK_UPS.map((name) => arrival.query[name]).find((value) => value !== undefined && value !== '');
    if (given === undefined) throw new Refusal(400, 'INVALID', `One of ${LOOK_UPS.join(', ')} is required`);
    const story = this.register.find(given);
    this.world.ask(story);
    return asked(story.reference, jsonAnswer(200, story.state.events));
  }

  /** Before the confirmation a cancellation simply holds; after it, it is a request that we grant until loading. */
  private cancel(arrival: Arrival): Reply {
    const story = this.register.find(arrival.params['reference'] ?? '');
    const { state } = story;
    const wish = parseObject(arrival.body);
    const isConfirmed = state.status === 'CONFIRMED';
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
}

const EMPTY_202 = { status: 202, contentType: 'application/json; charset=utf-8', body: 'null' };

function newState(booking: BookingRequest, words: readonly string[]): BookingState {
  return {
    booking,
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
  if (status === 'RECEIVED') {
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
