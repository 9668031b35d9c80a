import { randomUUID } from 'node:crypto';

import { type FastifyInstance } from 'fastify';

import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Refusal } from '../world/refusal.js';
import { type World } from '../world/world.js';
import { type ConsignmentOrder, readOrder, referenceIn } from './consignment-order.js';
import { CONSIGNMENT_KIND, hasWord, type JourneyState, type JourneyStory, OVER, reportOf } from './journey.js';
import { Journeys } from './journeys.js';

/** Whoever carries goods otherwise than by sea. It knows a consignment by the shipper's reference, and reports all of it each time. */
export class Courier {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'courier');
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    door.on(
      'POST',
      '/v1/consignments',
      (arrival) => this.take(arrival),
      ({ body }) => referenceIn(body),
    );
    door.on('GET', '/v1/consignments/:reference', (arrival) => this.show(arrival), named);
    door.on('POST', '/v1/consignments/:reference/cancellation', (arrival) => this.cancel(arrival), named);
    new Journeys(world);
    world.courses.teach<JourneyState>('courier', CONSIGNMENT_KIND, courseOf);
  }

  private take(arrival: Arrival): Reply {
    const { order, faults, magicTexts } = readOrder(arrival.body);
    const { reference } = order;
    if (reference === '') faults.refuse(422, 'INVALID', 'The consignment has faults');
    const taken = this.world.take<JourneyState>(
      requestOf(arrival, CONSIGNMENT_KIND, reference, magicTexts),
      (words) => {
        faults.refuse(422, 'INVALID', 'The consignment has faults');
        const state = newState(order, words);
        return { state, answer: jsonAnswer(202, reportOf(state, reference, arrival.at)), firstStep: 'decide' };
      },
    );
    return reply(reference, taken);
  }

  private show(arrival: Arrival): Reply {
    const story = this.find(arrival);
    this.world.ask(story);
    const { state, reference } = story;
    return asked(reference, jsonAnswer(200, reportOf(state, reference, arrival.at)));
  }

  /** Nothing is cancelled that was collected. */
  private cancel(arrival: Arrival): Reply {
    const story = this.find(arrival);
    const { state, reference } = story;
    const answer = jsonAnswer(202, reportOf(state, reference, arrival.at));
    if (state.cancellation !== null || state.status === 'CANCELLED') return { answer, reference, effect: 'repeated' };
    if ((state.status !== 'RECEIVED' && state.status !== 'ACCEPTED') || hasWord(story, 'NO-CANCEL')) {
      throw new Refusal(409, 'COLLECTED', `The consignment is ${state.status}: it goes its way`);
    }
    state.cancellation = 'RECEIVED';
    this.world.stories.save(story);
    this.world.next(story, 'cancel');
    return { answer, reference, effect: 'taken' };
  }

  private find({ params }: Arrival): JourneyStory {
    const reference = params['reference'] ?? '';
    const story = this.world.stories.find({ partner: 'courier', kind: CONSIGNMENT_KIND, reference });
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No consignment ${reference}`);
    return story as JourneyStory;
  }
}

function newState(order: ConsignmentOrder, words: readonly string[]): JourneyState {
  return {
    order,
    words,
    courierReference: randomUUID(),
    status: 'RECEIVED',
    cancellation: null,
    reason: null,
    waybillNumber: null,
    trackingNumbers: [],
    events: [],
  };
}

/** What a courier may still do depends on whether it has accepted, and on whether it has the goods. */
function courseOf({ state }: JourneyStory, word: string): string | null {
  const { status } = state;
  if (OVER.includes(status)) return null;
  if (word === 'REJECT') return status === 'RECEIVED' || status === 'ACCEPTED' ? 'reject' : null;
  if (word === 'LOSE') return status === 'RECEIVED' ? null : 'lose';
  if (word === 'SEND-BACK') return status === 'RECEIVED' ? null : 'sendBack';
  if (status !== 'RECEIVED') return null;
  state.words = [...state.words, word];
  return 'decide';
}
