import { addDays } from '../../kernel/local-date.js';
import { type World } from '../world/world.js';
import {
  CONSIGNMENT_KIND,
  type CourierStatus,
  hasWord,
  type JourneyEvent,
  type JourneyState,
  type JourneyStory,
  numberFor,
  OVER,
  reportOf,
  spoilt,
} from './journey.js';

/** What happened, in the words of UPU (parcels, mail) and of DCSA (the rest). */
const CODES = {
  collected: { upu: 'EMA', dcsa: 'RECE' },
  left: { upu: 'EMC', dcsa: 'DEPA' },
  arrived: { upu: 'EMD', dcsa: 'ARRI' },
  released: { upu: 'EMF', dcsa: 'CUSR' },
  handedOver: { upu: 'EMI', dcsa: 'DROP' },
} as const;
type Happening = keyof typeof CODES;

const WITH_UPU: readonly string[] = ['express', 'postal', 'dedicated_line'];

/** Decides on consignments, collects them, carries them, and hands them over; or does not. */
export class Journeys {
  constructor(private readonly world: World) {
    world.teach<JourneyState>('courier', CONSIGNMENT_KIND, {
      decide: (story) => {
        this.decide(story);
      },
      reject: (story) => {
        this.end(story, 'REJECTED', 'The goods are not taken at this address');
      },
      cancel: (story) => {
        this.cancel(story);
      },
      collect: (story) => {
        if (story.state.status !== 'ACCEPTED') return;
        this.happens(story, 'collected', 'from');
        this.becomes(story, 'COLLECTED');
        world.next(story, 'depart');
      },
      depart: (story) => {
        this.depart(story);
      },
      arrive: (story) => {
        this.arrive(story);
      },
      deliver: (story) => {
        if (OVER.includes(story.state.status)) return;
        this.happens(story, 'handedOver', 'to');
        this.becomes(story, 'DELIVERED');
      },
      sendBack: (story) => {
        this.end(story, 'RETURNED', 'The recipient was not there, and has not fetched it');
      },
      lose: (story) => {
        this.end(story, 'LOST', 'It is not where it should be, and nowhere else');
      },
    });
  }

  private decide(story: JourneyStory): void {
    const { state } = story;
    if (state.status !== 'RECEIVED' || state.cancellation !== null) return;
    if (hasWord(story, 'REJECT')) {
      this.end(story, 'REJECTED', 'The goods are not taken at this address');
      return;
    }
    const { way, numbers } = state.order;
    const given = Array.from({ length: numbers }, () => numberFor(way, this.world.numbers.next('courier/number')));
    const [first = ''] = given;
    state.waybillNumber = hasWord(story, 'BAD-NUMBER') ? spoilt(first) : first;
    state.trackingNumbers = WITH_UPU.includes(way) ? given : [];
    this.becomes(story, 'ACCEPTED');
    this.world.next(story, 'collect');
  }

  private cancel(story: JourneyStory): void {
    const { state } = story;
    if (OVER.includes(state.status)) return;
    if (state.status === 'RECEIVED' || state.status === 'ACCEPTED') {
      this.end(story, 'CANCELLED', 'Cancelled by the shipper');
      return;
    }
    state.cancellation = 'DECLINED';
    this.becomes(story, state.status);
  }

  private depart(story: JourneyStory): void {
    const { state } = story;
    if (state.status !== 'COLLECTED') return;
    this.happens(story, 'left', 'from');
    const { shipDate, transitMaxDays } = state.order;
    const due = `${addDays(shipDate, transitMaxDays)}T12:00:00Z`;
    this.happens(story, 'handedOver', 'to', { classifier: 'EST', at: due });
    this.becomes(story, 'IN_TRANSIT');
    this.world.next(story, hasWord(story, 'LOSE') ? 'lose' : 'arrive');
  }

  private arrive(story: JourneyStory): void {
    if (story.state.status !== 'IN_TRANSIT') return;
    this.happens(story, 'arrived', 'to');
    this.happens(story, 'released', 'to');
    this.becomes(story, 'IN_TRANSIT');
    this.world.next(story, hasWord(story, 'SEND-BACK') ? 'sendBack' : 'deliver');
  }

  private end(story: JourneyStory, status: CourierStatus, reason: string): void {
    if (OVER.includes(story.state.status)) return;
    story.state.reason = reason;
    this.becomes(story, status);
  }

  private becomes(story: JourneyStory, status: CourierStatus): void {
    story.state.status = status;
    this.world.stories.save(story);
    this.world.tellJson(story, reportOf(story.state, story.reference, this.world.clock.now()));
  }

  /** Once for all pieces. */
  private happens(
    { state, reference }: JourneyStory,
    what: Happening,
    where: 'from' | 'to',
    { classifier = 'ACT', at }: { readonly classifier?: JourneyEvent['classifier']; readonly at?: string } = {},
  ): void {
    const now = this.world.clock.now().toISOString();
    const scheme = WITH_UPU.includes(state.order.way) ? 'upu' : 'dcsa';
    state.events.push({
      id: `${reference}/${state.events.length + 1}`,
      ...{ scheme, code: CODES[what][scheme], classifier, at: at ?? now, reportedAt: now },
      ...{ location: state.order[where], trackingNumber: null, remark: null },
    });
  }
}
