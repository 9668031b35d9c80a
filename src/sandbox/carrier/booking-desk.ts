import { checkDigit } from '../world/container-number.js';
import { type World } from '../world/world.js';
import { BOOKING_KIND, type BookingRegister, type BookingStory, hasWord } from './booking-register.js';
import { type BookingRequest } from './booking-rules.js';
import { type BookingState, type Container } from './documents.js';
import { voyageFor } from './voyage.js';

/** Decides on bookings: taken or not, confirmed with ship and boxes, declined, cancelled. */
export class BookingDesk {
  constructor(
    private readonly world: World,
    private readonly register: BookingRegister,
  ) {
    world.teach<BookingState>('carrier', BOOKING_KIND, {
      receive: (story) => {
        register.becomes(story, 'RECEIVED');
        world.next(story, hasWord(story, 'REJECT') ? 'reject' : 'confirm');
      },
      reject: (story) => {
        register.end(story, 'REJECTED', 'No equipment and space on the requested sailing');
      },
      confirm: (story) => {
        this.confirm(story);
      },
      decline: (story) => {
        register.end(story, 'DECLINED', 'The sailing was cancelled (blank sailing)');
      },
      cancel: (story) => {
        register.becomes(story, 'CANCELLED');
      },
      answerCancellation: (story) => {
        this.answerCancellation(story);
      },
    });
  }

  private confirm(story: BookingStory): void {
    const { state, reference } = story;
    if (state.status !== 'RECEIVED') return;
    const serial = this.world.numbers.next('carrier/booking');
    state.bookingReference = `SBK${serial}`;
    state.billNumber = `SNBX0000${serial}`;
    state.voyage = voyageFor(state.booking, this.world.clock.now());
    state.containers = this.allot(state.booking);
    this.register.nameAs(state.bookingReference, reference);
    this.register.nameAs(state.billNumber, reference);
    this.register.becomes(story, 'CONFIRMED');
    this.world.next(story, hasWord(story, 'DECLINE') ? 'decline' : 'plan');
  }

  private answerCancellation(story: BookingStory): void {
    const { state } = story;
    state.cancellation = state.isLoaded ? 'CANCELLATION_DECLINED' : 'CANCELLATION_CONFIRMED';
    this.register.becomes(story, state.isLoaded ? (state.status ?? 'CONFIRMED') : 'CANCELLED');
  }

  /** LCL cargo travels in a container of the consolidator: one, whatever was asked for. */
  private allot({ isLcl, equipments }: BookingRequest): Container[] {
    const wanted = equipments.flatMap(({ isoCode, units }) => Array.from({ length: units }, () => isoCode));
    return (isLcl ? wanted.slice(0, 1) : wanted).map((isoCode) => {
      const body = `SBXU${this.world.numbers.next('carrier/container').slice(-6)}`;
      return { reference: body + checkDigit(body), isoCode };
    });
  }
}
