import { checkDigit } from '../world/container-number.js';
import { type World } from '../world/world.js';
import { BOOKING_KIND, type BookingRegister, type BookingStory, ENDED, hasWord } from './booking-register.js';
import { type BookingRequest } from './booking-rules.js';
import { type BookingState, type Container } from './documents.js';
import { voyageFor } from './voyage.js';

/** A booking that is confirmed goes on to its voyage, unless something is wanted of it first. */
function afterConfirmation(story: BookingStory): string {
  if (hasWord(story, 'DECLINE')) return 'decline';
  return hasWord(story, 'PENDING-AMENDMENT') ? 'askAmendment' : 'plan';
}

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
      askUpdate: (story) => {
        this.askFor(story, 'PENDING_UPDATE');
      },
      askAmendment: (story) => {
        this.askFor(story, 'PENDING_AMENDMENT');
      },
      takeChange: (story) => {
        this.takeChange(story);
      },
      decideAmendment: (story) => {
        this.decideAmendment(story);
      },
      tellAmendment: (story) => {
        register.becomes(story, story.state.status ?? 'CONFIRMED');
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
    if (state.status !== 'RECEIVED' && state.status !== 'UPDATE_RECEIVED') return;
    if (hasWord(story, 'PENDING-UPDATE') && state.status === 'RECEIVED') {
      this.askFor(story, 'PENDING_UPDATE');
      return;
    }
    state.feedbacks = [];
    const serial = this.world.numbers.next('carrier/booking');
    state.bookingReference = `SBK${serial}`;
    state.billNumber = `SNBX0000${serial}`;
    state.voyage = voyageFor(state.booking, this.world.clock.now());
    state.containers = this.allot(state.booking);
    this.register.nameAs(state.bookingReference, reference);
    this.register.nameAs(state.billNumber, reference);
    this.register.becomes(story, 'CONFIRMED');
    this.world.next(story, afterConfirmation(story));
  }

  /** Something of the booking has to change before it goes on. */
  private askFor(story: BookingStory, status: 'PENDING_UPDATE' | 'PENDING_AMENDMENT'): void {
    const message = 'The sailing asked for is full: choose another day of departure';
    story.state.feedbacks = [{ severity: 'ERROR', code: 'PROPERTY_VALUE_MUST_CHANGE', message }];
    this.register.becomes(story, status);
  }

  /** What came is an update until the booking is confirmed, whatever its sender took it for. */
  private takeChange(story: BookingStory): void {
    const { state } = story;
    if (state.change === null || state.status === null || ENDED.includes(state.status)) return;
    if (state.bookingReference === null) {
      state.booking = state.change;
      state.change = null;
      state.feedbacks = [];
      this.register.becomes(story, 'UPDATE_RECEIVED');
      this.world.next(story, 'confirm');
      return;
    }
    state.amendment = 'AMENDMENT_RECEIVED';
    this.register.becomes(story, state.status);
    if (!hasWord(story, 'AMENDMENT-WAITS')) this.world.next(story, 'decideAmendment');
  }

  private decideAmendment(story: BookingStory): void {
    const { state } = story;
    if (state.change === null || state.amendment !== 'AMENDMENT_RECEIVED' || ENDED.includes(state.status)) return;
    const isNo = hasWord(story, 'NO-AMENDMENT') || state.isLoaded;
    const message = state.isLoaded ? 'The goods are loaded' : 'No space on the requested sailing';
    state.amendment = isNo ? 'AMENDMENT_DECLINED' : 'AMENDMENT_CONFIRMED';
    state.feedbacks = isNo ? [{ severity: 'ERROR', code: 'PROPERTY_VALUE_MUST_CHANGE', message }] : [];
    if (!isNo) {
      state.booking = state.change;
      state.voyage = voyageFor(state.booking, this.world.clock.now());
    }
    state.change = null;
    const wasAsked = state.status === 'PENDING_AMENDMENT';
    this.register.becomes(story, isNo && wasAsked ? 'PENDING_AMENDMENT' : 'CONFIRMED');
    // The voyage goes on from where it was held up; one that was planned before is planned anew.
    if (!isNo && (wasAsked || state.isAwaitingRelease)) this.world.next(story, 'plan');
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
