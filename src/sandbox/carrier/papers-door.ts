import { randomUUID } from 'node:crypto';

import { type Arrival, asked, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { parseObject } from '../world/json.js';
import { Refusal } from '../world/refusal.js';
import { type World } from '../world/world.js';
import { type BookingRegister } from './booking-register.js';
import { forwarderReferenceIn, readInstructions } from './instructions-rules.js';
import { type DocumentState, instructionsDocument, type InstructionsState, transportDocument } from './papers.js';
import { INSTRUCTIONS_KIND, PapersDesk, type PapersStory } from './papers-story.js';

const EMPTY_202 = { status: 202, contentType: 'application/json; charset=utf-8', body: 'null' };
const SURRENDERS: readonly unknown[] = ['SREQ', 'AREQ'];

/** The documentation desk of the line: DCSA Bill of Lading 3.0, and the surrender of what it issued. */
export class PapersDoor {
  private readonly desk: PapersDesk;

  constructor(
    door: Doorway,
    private readonly world: World,
    private readonly bookings: BookingRegister,
  ) {
    this.desk = new PapersDesk(world, bookings);
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    const at = '/v3/shipping-instructions';
    door.on(
      'POST',
      at,
      (arrival) => this.instruct(arrival),
      ({ body }) => forwarderReferenceIn(body),
    );
    door.on('GET', `${at}/:reference`, (arrival) => this.show(arrival), named);
    door.on('PUT', `${at}/:reference`, (arrival) => this.update(arrival), named);
    door.on('PATCH', `${at}/:reference`, (arrival) => this.withdraw(arrival), named);
    door.on('GET', '/v3/transport-documents/:reference', (arrival) => this.showDocument(arrival), named);
    door.on('PATCH', '/v3/transport-documents/:reference', (arrival) => this.approve(arrival), named);
    door.on('POST', '/v3/ebl-surrender-requests', (arrival) => this.surrender(arrival));
  }

  private instruct(arrival: Arrival): Reply {
    const { instructions, faults } = readInstructions(arrival.body);
    const reference = instructions.forwarderReference;
    if (reference === '') faults.refuse(400, 'INVALID', 'The shipping instructions do not fit their schema');
    const taken = this.world.take<InstructionsState>(
      requestOf(arrival, INSTRUCTIONS_KIND, reference, instructions.magicTexts),
      (words) => {
        faults.refuse(400, 'INVALID', 'The shipping instructions do not fit their schema');
        const booking = this.bookings.find(instructions.carrierBookingReference);
        const own = randomUUID();
        this.world.stories.nameAs(`carrier/instructions/${own}`, {
          partner: 'carrier',
          kind: INSTRUCTIONS_KIND,
          reference,
        });
        const state: InstructionsState = {
          ...{ instructions, updated: null, words, reference: own, status: null, updateStatus: null },
          ...{ booking: booking.state.requestReference, documents: [], feedbacks: [] },
        };
        const answer = jsonAnswer(202, { shippingInstructionsReference: own });
        return { state, answer, firstStep: 'receive' };
      },
    );
    return reply(reference, taken);
  }

  private show(arrival: Arrival): Reply {
    const story = this.find(arrival);
    this.world.ask(story);
    const { state } = story;
    if (state.status === null) throw new Refusal(404, 'NOT_FOUND', 'The shipping instructions are not processed yet');
    const content = arrival.query['updatedContent'] === 'true' ? (state.updated ?? state.instructions) : undefined;
    return asked(story.reference, jsonAnswer(200, instructionsDocument(state, content)));
  }

  /** The last update that comes counts. What is issued is changed by handing it in. */
  private update(arrival: Arrival): Reply {
    const story = this.find(arrival);
    const { state, reference } = story;
    const { instructions, faults } = readInstructions(arrival.body);
    faults.refuse(400, 'INVALID', 'The update does not fit its schema');
    const isRepeated = [state.updated, state.instructions].some(
      (known) => JSON.stringify(known?.request) === JSON.stringify(instructions.request),
    );
    if (isRepeated) return { answer: EMPTY_202, reference, effect: 'repeated' };
    const document = state.documents.at(-1);
    const isIssued = document !== undefined && !['DRAFT', 'APPROVED', 'VOID'].includes(document.status);
    if (isIssued || (state.status !== 'RECEIVED' && state.status !== 'PENDING_UPDATE')) {
      throw new Refusal(409, 'CONFLICT', isIssued ? 'The document is issued' : 'The shipping instructions are closed');
    }
    state.updated = instructions;
    this.world.stories.save(story);
    this.world.next(story, 'takeUpdate');
    return { answer: EMPTY_202, reference, effect: 'taken' };
  }

  private withdraw(arrival: Arrival): Reply {
    const story = this.find(arrival);
    const { state, reference } = story;
    const wish = parseObject(arrival.body);
    const ofUpdate = wish['updatedShippingInstructionsStatus'] === 'UPDATE_CANCELLED';
    const isDone = ofUpdate ? state.updateStatus === 'UPDATE_CANCELLED' : state.status === 'CANCELLED';
    if (isDone) return { answer: EMPTY_202, reference, effect: 'repeated' };
    if (ofUpdate) {
      if (state.updateStatus !== 'UPDATE_RECEIVED') throw new Refusal(409, 'CONFLICT', 'There is no open update');
      state.updateStatus = 'UPDATE_CANCELLED';
      state.updated = null;
    } else {
      if (wish['shippingInstructionsStatus'] !== 'CANCELLED')
        throw new Refusal(400, 'INVALID', 'CANCELLED is required');
      const document = state.documents.at(-1);
      if (document !== undefined && document.status !== 'DRAFT') {
        throw new Refusal(409, 'CONFLICT', `The document is ${document.status}`);
      }
      state.status = 'CANCELLED';
      if (document !== undefined) this.world.next(story, 'void');
    }
    this.world.stories.save(story);
    this.world.next(story, 'tellInstructions');
    return { answer: EMPTY_202, reference, effect: 'taken' };
  }

  private showDocument(arrival: Arrival): Reply {
    const { story, document } = this.desk.document(arrival.params['reference'] ?? '');
    return asked(story.reference, jsonAnswer(200, this.written(story, document)));
  }

  private approve(arrival: Arrival): Reply {
    const { story, document } = this.desk.document(arrival.params['reference'] ?? '');
    const { reference } = story;
    const wish = parseObject(arrival.body);
    if (wish['transportDocumentStatus'] !== 'APPROVED') throw new Refusal(400, 'INVALID', 'APPROVED is required');
    if (document.status === 'APPROVED' || document.status === 'ISSUED') {
      return { answer: EMPTY_202, reference, effect: 'repeated' };
    }
    if (document.status !== 'DRAFT') throw new Refusal(409, 'CONFLICT', `The document is ${document.status}`);
    this.world.next(story, 'approve');
    return { answer: EMPTY_202, reference, effect: 'taken' };
  }

  private surrender(arrival: Arrival): Reply {
    const request = parseObject(arrival.body);
    const { surrenderRequestReference: own, surrenderRequestCode: code, transportDocumentReference: number } = request;
    if (typeof own !== 'string' || typeof number !== 'string' || !SURRENDERS.includes(code)) {
      throw new Refusal(400, 'INVALID', 'surrenderRequestReference, surrenderRequestCode and a document are required');
    }
    const { story, document } = this.desk.document(number);
    const { reference } = story;
    const answer = jsonAnswer(202, { surrenderRequestReference: own });
    const mark = `${String(code)} ${own}`;
    if (document.surrender === mark) return { answer, reference, effect: 'repeated' };
    if (document.content.isWaybill) throw new Refusal(400, 'INVALID', 'A sea waybill is not surrendered');
    if (document.status !== 'ISSUED') throw new Refusal(409, 'CONFLICT', `The document is ${document.status}`);
    document.surrender = mark;
    this.world.stories.save(story);
    this.world.next(story, 'handIn');
    return { answer, reference, effect: 'taken' };
  }

  private written(story: PapersStory, document: DocumentState): object {
    return transportDocument(document, this.bookings.find(story.state.booking).state);
  }

  /** @throws Refusal when nothing has this number */
  private find({ params }: Arrival): PapersStory {
    const name = params['reference'] ?? '';
    const [story] = this.world.stories.knownAs(`carrier/instructions/${name}`) as PapersStory[];
    if (story === undefined) throw new Refusal(404, 'NOT_FOUND', `No shipping instructions ${name}`);
    return story;
  }
}
