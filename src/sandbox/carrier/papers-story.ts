import { type Outcome } from '../world/magic.js';
import { Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { type BookingRegister } from './booking-register.js';
import {
  documentNotification,
  type DocumentState,
  type DocumentStatus,
  instructionsNotification,
  type InstructionsState,
  type InstructionsStatus,
} from './papers.js';

export const INSTRUCTIONS_KIND = 'shipping-instructions';

export type PapersStory = Story<InstructionsState>;

/** A line takes a moment to count originals. */
const GIVE_BACK_MS = 10;
const OPEN: readonly (InstructionsStatus | null)[] = ['RECEIVED', 'PENDING_UPDATE'];

/** What becomes of shipping instructions and of the transport documents made of them. */
export class PapersDesk {
  constructor(
    private readonly world: World,
    private readonly bookings: BookingRegister,
  ) {
    world.teach<InstructionsState>('carrier', INSTRUCTIONS_KIND, {
      receive: (story) => {
        this.receive(story);
      },
      askUpdate: (story) => {
        this.say(story, 'PENDING_UPDATE', 'The description of the goods is too general');
      },
      takeUpdate: (story) => {
        this.takeUpdate(story);
      },
      decideUpdate: (story) => {
        this.decideUpdate(story);
      },
      tellInstructions: (story) => {
        this.tellInstructions(story);
      },
      draft: (story) => {
        this.draft(story);
      },
      approve: (story) => {
        this.becomes(story, 'APPROVED');
        world.next(story, 'issue');
      },
      issue: (story) => {
        this.issue(story);
      },
      handIn: (story) => {
        this.handIn(story);
      },
      takeBack: (story) => {
        this.takeBack(story);
      },
      giveBack: (story) => {
        this.giveBack(story);
      },
      void: (story) => {
        this.becomes(story, 'VOID');
      },
      amend: (story) => {
        this.becomes(story, 'VOID');
        world.next(story, 'draft');
      },
    });
  }

  /** @throws Refusal when no document has this number */
  document(number: string): { story: PapersStory; document: DocumentState } {
    const [story] = this.world.stories.knownAs(`carrier/document/${number}`) as PapersStory[];
    const document = story?.state.documents.find((one) => one.number === number);
    if (story === undefined || document === undefined) throw new Refusal(404, 'NOT_FOUND', `No document ${number}`);
    return { story, document };
  }

  private receive(story: PapersStory): void {
    if (has(story, 'SI-DECLINE')) {
      this.say(story, 'DECLINED', 'The goods are not what was booked');
      return;
    }
    this.say(story, 'RECEIVED');
    this.world.next(story, has(story, 'SI-PENDING-UPDATE') ? 'askUpdate' : 'draft');
  }

  private takeUpdate(story: PapersStory): void {
    const { state } = story;
    if (state.updated === null || !OPEN.includes(state.status)) return;
    state.updateStatus = 'UPDATE_RECEIVED';
    this.tellInstructions(story);
    if (!has(story, 'SI-UPDATE-WAITS')) this.world.next(story, 'decideUpdate');
  }

  private decideUpdate(story: PapersStory): void {
    const { state } = story;
    if (state.updated === null || state.updateStatus !== 'UPDATE_RECEIVED' || !OPEN.includes(state.status)) return;
    if (has(story, 'NO-SI-UPDATE')) {
      state.updateStatus = 'UPDATE_DECLINED';
      this.say(story, state.status ?? 'RECEIVED', 'The manifest is closed');
      state.updated = null;
      return;
    }
    state.instructions = state.updated;
    state.updated = null;
    state.updateStatus = 'UPDATE_CONFIRMED';
    this.say(story, 'RECEIVED');
    this.world.next(story, 'draft');
  }

  /** The first draft has the number that the booking was promised; one that takes the place of another a number beside it. */
  private draft(story: PapersStory): void {
    const { state } = story;
    const { state: booking } = this.bookings.find(state.booking);
    if (state.status !== 'RECEIVED' || booking.voyage === null) return;
    const last = state.documents.at(-1);
    if (last !== undefined && (last.status === 'DRAFT' || last.status === 'APPROVED')) {
      last.content = state.instructions;
      this.becomes(story, 'DRAFT');
      return;
    }
    if (last !== undefined && last.status !== 'VOID') return;
    const letter = state.documents.length === 0 ? '' : String.fromCharCode(64 + state.documents.length);
    const number = `${booking.billNumber ?? ''}${letter}`;
    this.world.stories.nameAs(`carrier/document/${number}`, story);
    this.world.stories.nameAs(`carrier/instructions/${number}`, story);
    state.documents.push({
      number,
      status: 'DRAFT',
      content: state.instructions,
      shippingInstructionsReference: state.reference,
      voyage: booking.voyage,
      issueDate: null,
      surrender: null,
      feedbacks: [],
    });
    this.becomes(story, 'DRAFT');
  }

  private issue(story: PapersStory): void {
    const document = story.state.documents.at(-1);
    if (document?.status !== 'APPROVED') return;
    document.issueDate = this.world.clock.now().toISOString().slice(0, 10);
    this.becomes(story, 'ISSUED');
    if (has(story, 'BL-VOID')) this.world.next(story, 'void');
  }

  private handIn(story: PapersStory): void {
    const document = story.state.documents.at(-1);
    if (document?.status !== 'ISSUED' || document.surrender === null) return;
    const isDelivery = document.surrender.startsWith('SREQ');
    this.becomes(story, isDelivery ? 'PENDING_SURRENDER_FOR_DELIVERY' : 'PENDING_SURRENDER_FOR_AMENDMENT');
    // Never within the same millisecond: words of one moment count by how far along they say it is.
    if (has(story, 'NO-SURRENDER')) this.world.nextAfter(GIVE_BACK_MS, story, 'giveBack');
    else this.world.next(story, 'takeBack');
  }

  private takeBack(story: PapersStory): void {
    const document = story.state.documents.at(-1);
    if (document?.status === 'PENDING_SURRENDER_FOR_AMENDMENT') {
      this.becomes(story, 'SURRENDERED_FOR_AMENDMENT');
      this.world.next(story, 'amend');
    } else if (document?.status === 'PENDING_SURRENDER_FOR_DELIVERY') {
      this.becomes(story, 'SURRENDERED_FOR_DELIVERY');
      this.say(story, 'COMPLETED');
    }
  }

  private giveBack(story: PapersStory): void {
    const document = story.state.documents.at(-1);
    if (document?.status.startsWith('PENDING_SURRENDER') !== true) return;
    document.surrender = null;
    this.becomes(story, 'ISSUED', 'One original is missing');
  }

  private becomes(story: PapersStory, status: DocumentStatus, message: string | null = null): void {
    const document = story.state.documents.at(-1);
    if (document === undefined) return;
    document.status = status;
    document.feedbacks = message === null ? [] : [{ severity: 'ERROR', code: 'PROPERTY_VALUE_MUST_CHANGE', message }];
    this.world.stories.save(story);
    const { state: booking } = this.bookings.find(story.state.booking);
    this.world.tellJson(story, documentNotification(document, booking, this.world.clock.now()));
  }

  private say(story: PapersStory, status: InstructionsStatus, message: string | null = null): void {
    const { state } = story;
    state.status = status;
    state.feedbacks = message === null ? [] : [{ severity: 'ERROR', code: 'PROPERTY_VALUE_MUST_CHANGE', message }];
    this.tellInstructions(story);
  }

  private tellInstructions(story: PapersStory): void {
    this.world.stories.save(story);
    this.world.tellJson(story, instructionsNotification(story.state, this.world.clock.now()));
  }
}

function has({ state }: PapersStory, word: Outcome<'carrier'>): boolean {
  return state.words.includes(word);
}
