import { Refusal } from '../world/refusal.js';
import { type Outcome } from '../world/magic.js';
import { type Story, type World } from '../world/world.js';
import { bookingNotification, type BookingState, type BookingStatus, EventPen } from './documents.js';

export type BookingStory = Story<BookingState>;

export const BOOKING_KIND = 'booking';
export const ENDED: readonly (BookingStatus | null)[] = ['REJECTED', 'DECLINED', 'CANCELLED', 'COMPLETED'];

/** What the line knows of its bookings: under every number it gave them, and told to the shipper as it changes. */
export class BookingRegister {
  constructor(private readonly world: World) {}

  /** @throws Refusal when no booking has this number */
  find(name: string): BookingStory {
    const [story] = this.world.stories.knownAs(`carrier/booking/${name}`) as BookingStory[];
    if (story === undefined) throw new Refusal(404, 'NOT_FOUND', `No booking ${name}`);
    return story;
  }

  nameAs(name: string, reference: string): void {
    this.world.stories.nameAs(`carrier/booking/${name}`, { partner: 'carrier', kind: BOOKING_KIND, reference });
  }

  becomes(story: BookingStory, status: BookingStatus): void {
    const { state } = story;
    if (status !== 'CANCELLED' && state.status === 'CANCELLED') return;
    state.status = status;
    this.world.stories.save(story);
    this.world.tellJson(story, bookingNotification(state, this.world.clock.now()));
  }

  end(story: BookingStory, status: BookingStatus, message: string): void {
    if (ENDED.includes(story.state.status)) return;
    story.state.feedbacks = [{ severity: 'ERROR', code: 'PROPERTY_VALUE_MUST_CHANGE', message }];
    this.becomes(story, status);
  }

  /** Milestones, of a booking that stands. */
  report(story: BookingStory, write: (pen: EventPen) => object[]): void {
    const { state } = story;
    if (state.status !== 'CONFIRMED' || state.voyage === null) return;
    const events = write(new EventPen(state, state.voyage, this.world.clock.now()));
    state.events.push(...events);
    this.world.stories.save(story);
    this.world.tellJson(story, events);
  }
}

export function hasWord(story: BookingStory, word: Outcome<'carrier'>): boolean {
  return story.state.words.includes(word);
}

export function billNumbers({ bookingReference, billNumber }: BookingState): string[] {
  return [bookingReference, billNumber].filter((number) => number !== null);
}
