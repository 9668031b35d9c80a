import { randomUUID } from 'node:crypto';

import { type FastifyInstance } from 'fastify';

import { addDays } from '../../kernel/local-date.js';
import { checkDigit } from '../world/container-number.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { parseObject } from '../world/json.js';
import { type Outcome } from '../world/magic.js';
import { Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { type BookingRequest, forwarderReferenceOf, readBooking } from './booking-rules.js';
import {
  bookingDocument,
  bookingNotification,
  type BookingState,
  type BookingStatus,
  type Container,
  EventPen,
} from './documents.js';
import { dcsaWording } from './errors.js';
import { voyageFor } from './voyage.js';

type BookingStory = Story<BookingState>;

const KIND = 'booking';
const ROLLED_DAYS = 7;
const ENDED: readonly (BookingStatus | null)[] = ['REJECTED', 'DECLINED', 'CANCELLED', 'COMPLETED'];
const LOOK_UPS = ['carrierBookingReference', 'transportDocumentReference', 'carrierBookingRequestReference'] as const;

/** A container line: bookings by DCSA Booking 2.0, milestones by DCSA Track & Trace 2.2. It loads what customs released. */
export class Carrier {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
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
    this.teachBooking();
    this.teachCarriage();
    world.signals.hearRelease(({ billNumbers }) => {
      this.hearRelease(billNumbers);
    });
  }

  private teachBooking(): void {
    this.world.teach<BookingState>('carrier', KIND, {
      receive: (story) => {
        this.becomes(story, 'RECEIVED');
        this.world.next(story, this.has(story, 'REJECT') ? 'reject' : 'confirm');
      },
      reject: (story) => {
        this.end(story, 'REJECTED', 'No equipment and space on the requested sailing');
      },
      confirm: (story) => {
        this.confirm(story);
      },
      decline: (story) => {
        this.end(story, 'DECLINED', 'The sailing was cancelled (blank sailing)');
      },
      plan: (story) => {
        this.plan(story);
      },
      roll: (story) => {
        this.roll(story);
      },
      cancel: (story) => {
        this.becomes(story, 'CANCELLED');
      },
      answerCancellation: (story) => {
        this.answerCancellation(story);
      },
    });
  }

  private teachCarriage(): void {
    this.world.teach<BookingState>('carrier', KIND, {
      gateIn: (story) => {
        this.report(story, (pen) => story.state.containers.map((container) => pen.equipment('GTIN', container)));
        this.world.next(story, 'sail');
      },
      sail: (story) => {
        this.sail(story);
      },
      arrive: (story) => {
        this.report(story, (pen) => [
          pen.transport('ARRI', 'ACT', null),
          ...story.state.containers.map((container) => pen.equipment('DISC', container)),
        ]);
        this.world.next(story, 'complete');
      },
      complete: (story) => {
        this.becomes(story, 'COMPLETED');
      },
    });
  }

  private book(arrival: Arrival): Reply {
    const { booking, faults } = readBooking(arrival.body);
    const reference = booking.forwarderReference;
    if (reference === '') faults.refuse(400, 'INVALID', 'The booking request does not fit its schema');
    const taken = this.world.take<BookingState>(requestOf(arrival, KIND, reference, booking.magicTexts), (words) => {
      faults.refuse(400, 'INVALID', 'The booking request does not fit its schema');
      const state = newState(booking, words);
      this.nameAs(state.requestReference, reference);
      return {
        state,
        answer: jsonAnswer(202, { carrierBookingRequestReference: state.requestReference }),
        firstStep: 'receive',
      };
    });
    return reply(reference, taken);
  }

  private show(arrival: Arrival): Reply {
    const story = this.find(arrival.params['reference'] ?? '');
    this.world.ask(story);
    // As DCSA has it: until a request is processed it has no status and cannot be asked for.
    if (story.state.status === null) throw new Refusal(404, 'NOT_FOUND', 'The booking request is not processed yet');
    return asked(story.reference, jsonAnswer(200, bookingDocument(story.state)));
  }

  private events(arrival: Arrival): Reply {
    const given = LOOK_UPS.map((name) => arrival.query[name]).find((value) => value !== undefined && value !== '');
    if (given === undefined) throw new Refusal(400, 'INVALID', `One of ${LOOK_UPS.join(', ')} is required`);
    const story = this.find(given);
    this.world.ask(story);
    return asked(story.reference, jsonAnswer(200, story.state.events));
  }

  /** Before the confirmation a cancellation simply holds; after it, it is a request that we grant until loading. */
  private cancel(arrival: Arrival): Reply {
    const story = this.find(arrival.params['reference'] ?? '');
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

  private confirm(story: BookingStory): void {
    const { state, reference } = story;
    if (state.status !== 'RECEIVED') return;
    const serial = this.world.numbers.next('carrier/booking');
    state.bookingReference = `SBK${serial}`;
    state.billNumber = `SNBX0000${serial}`;
    state.voyage = voyageFor(state.booking, this.world.clock.now());
    state.containers = this.allot(state.booking);
    this.nameAs(state.bookingReference, reference);
    this.nameAs(state.billNumber, reference);
    this.becomes(story, 'CONFIRMED');
    this.world.next(story, this.has(story, 'DECLINE') ? 'decline' : 'plan');
  }

  private plan(story: BookingStory): void {
    if (story.state.status !== 'CONFIRMED') return;
    this.report(story, (pen) => [
      pen.transport('DEPA', 'PLN', pen.departureTime()),
      pen.transport('ARRI', 'PLN', pen.arrivalTime()),
      pen.transport('DEPA', 'EST', pen.departureTime()),
      pen.transport('ARRI', 'EST', pen.arrivalTime()),
    ]);
    if (this.has(story, 'ROLLED')) this.world.next(story, 'roll');
    else this.awaitRelease(story);
  }

  private roll(story: BookingStory): void {
    const { voyage } = story.state;
    if (story.state.status !== 'CONFIRMED' || voyage === null) return;
    const departureDate = addDays(voyage.departureDate, ROLLED_DAYS);
    const arrivalDate = addDays(voyage.arrivalDate, ROLLED_DAYS);
    story.state.voyage = { ...voyage, departureDate, arrivalDate };
    const delay = { delayReasonCode: 'WEA', changeRemark: 'Typhoon: rolled to the next sailing' };
    this.report(story, (pen) => [
      pen.transport('DEPA', 'EST', pen.departureTime(), delay),
      pen.transport('ARRI', 'EST', pen.arrivalTime(), delay),
    ]);
    this.awaitRelease(story);
  }

  /** Nothing is loaded that customs have not let go. */
  private awaitRelease(story: BookingStory): void {
    const { state } = story;
    state.isAwaitingRelease = true;
    this.world.stories.save(story);
    if (billNumbers(state).some((number) => this.world.stories.isNoted(`released/${number}`)))
      this.startCarriage(story);
  }

  private hearRelease(numbers: readonly string[]): void {
    const found = numbers.flatMap((number) => this.world.stories.knownAs(`carrier/booking/${number}`));
    for (const story of new Set(found as BookingStory[])) {
      if (story.state.isAwaitingRelease) this.startCarriage(story);
    }
  }

  private startCarriage(story: BookingStory): void {
    const { state } = story;
    if (state.status !== 'CONFIRMED') return;
    state.isAwaitingRelease = false;
    this.world.stories.save(story);
    this.world.next(story, 'gateIn');
  }

  private sail(story: BookingStory): void {
    const { state } = story;
    const { voyage } = state;
    if (state.status !== 'CONFIRMED' || voyage === null) return;
    state.isLoaded = true;
    this.report(story, (pen) => [
      ...state.containers.map((container) => pen.equipment('LOAD', container)),
      pen.transport('DEPA', 'ACT', null),
      pen.transport('ARRI', 'EST', pen.arrivalTime()),
    ]);
    this.world.signals.departed({
      billNumbers: billNumbers(state),
      vesselName: voyage.vesselName,
      voyage: voyage.number,
      at: this.world.clock.now().toISOString(),
    });
    this.world.next(story, 'arrive');
  }

  private answerCancellation(story: BookingStory): void {
    const { state } = story;
    state.cancellation = state.isLoaded ? 'CANCELLATION_DECLINED' : 'CANCELLATION_CONFIRMED';
    this.becomes(story, state.isLoaded ? (state.status ?? 'CONFIRMED') : 'CANCELLED');
  }

  private end(story: BookingStory, status: BookingStatus, message: string): void {
    if (ENDED.includes(story.state.status)) return;
    story.state.feedbacks = [{ severity: 'ERROR', code: 'PROPERTY_VALUE_MUST_CHANGE', message }];
    this.becomes(story, status);
  }

  private becomes(story: BookingStory, status: BookingStatus): void {
    const { state } = story;
    if (status !== 'CANCELLED' && state.status === 'CANCELLED') return;
    state.status = status;
    this.world.stories.save(story);
    this.world.tellJson(story, bookingNotification(state, this.world.clock.now()));
  }

  private report(story: BookingStory, write: (pen: EventPen) => object[]): void {
    const { state } = story;
    if (state.status !== 'CONFIRMED' || state.voyage === null) return;
    const events = write(new EventPen(state, state.voyage, this.world.clock.now()));
    state.events.push(...events);
    this.world.stories.save(story);
    this.world.tellJson(story, events);
  }

  /** LCL cargo travels in a container of the consolidator: one, whatever was asked for. */
  private allot({ isLcl, equipments }: BookingRequest): Container[] {
    const wanted = equipments.flatMap(({ isoCode, units }) => Array.from({ length: units }, () => isoCode));
    return (isLcl ? wanted.slice(0, 1) : wanted).map((isoCode) => {
      const body = `SBXU${this.world.numbers.next('carrier/container').slice(-6)}`;
      return { reference: body + checkDigit(body), isoCode };
    });
  }

  private nameAs(name: string, reference: string): void {
    this.world.stories.nameAs(`carrier/booking/${name}`, { partner: 'carrier', kind: KIND, reference });
  }

  private find(name: string): BookingStory {
    const [story] = this.world.stories.knownAs(`carrier/booking/${name}`) as BookingStory[];
    if (story === undefined) throw new Refusal(404, 'NOT_FOUND', `No booking ${name}`);
    return story;
  }

  private has(story: BookingStory, word: Outcome<'carrier'>): boolean {
    return story.state.words.includes(word);
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

function billNumbers({ bookingReference, billNumber }: BookingState): string[] {
  return [bookingReference, billNumber].filter((number) => number !== null);
}

function isRepeated({ status, cancellation }: BookingState, wantsEnd: boolean): boolean {
  return wantsEnd ? status === 'CANCELLED' : cancellation !== null;
}
