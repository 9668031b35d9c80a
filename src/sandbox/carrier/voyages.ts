import { addDays } from '../../kernel/local-date.js';
import { type World } from '../world/world.js';
import { billNumbers, BOOKING_KIND, type BookingRegister, type BookingStory, hasWord } from './booking-register.js';
import { type BookingState } from './documents.js';

const ROLLED_DAYS = 7;

/** Carries what is booked, once customs have let it go, and reports the milestones. */
export class Voyages {
  constructor(
    private readonly world: World,
    private readonly register: BookingRegister,
  ) {
    world.teach<BookingState>('carrier', BOOKING_KIND, {
      plan: (story) => {
        this.plan(story);
      },
      roll: (story) => {
        this.roll(story);
      },
      gateIn: (story) => {
        register.report(story, (pen) => story.state.containers.map((container) => pen.equipment('GTIN', container)));
        world.next(story, 'sail');
      },
      sail: (story) => {
        this.sail(story);
      },
      arrive: (story) => {
        register.report(story, (pen) => [
          pen.transport('ARRI', 'ACT', null),
          ...story.state.containers.map((container) => pen.equipment('DISC', container)),
        ]);
        world.next(story, 'complete');
      },
      complete: (story) => {
        register.becomes(story, 'COMPLETED');
      },
    });
    world.signals.hearRelease((release) => {
      this.hearRelease(release.billNumbers);
    });
  }

  private plan(story: BookingStory): void {
    if (story.state.status !== 'CONFIRMED') return;
    this.register.report(story, (pen) => [
      pen.transport('DEPA', 'PLN', pen.departureTime()),
      pen.transport('ARRI', 'PLN', pen.arrivalTime()),
      pen.transport('DEPA', 'EST', pen.departureTime()),
      pen.transport('ARRI', 'EST', pen.arrivalTime()),
    ]);
    if (hasWord(story, 'ROLLED')) this.world.next(story, 'roll');
    else this.awaitRelease(story);
  }

  private roll(story: BookingStory): void {
    const { voyage } = story.state;
    if (story.state.status !== 'CONFIRMED' || voyage === null) return;
    const departureDate = addDays(voyage.departureDate, ROLLED_DAYS);
    const arrivalDate = addDays(voyage.arrivalDate, ROLLED_DAYS);
    story.state.voyage = { ...voyage, departureDate, arrivalDate };
    const delay = { delayReasonCode: 'WEA', changeRemark: 'Typhoon: rolled to the next sailing' };
    this.register.report(story, (pen) => [
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
    this.register.report(story, (pen) => [
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
}
