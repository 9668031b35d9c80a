import { type FastifyInstance } from 'fastify';

import { chinaDate } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, isCreditCode, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';

interface RegistrationState {
  status: 'pending' | 'registered' | 'cancelled';
  registrationNumber: string | null;
  registeredOn: string | null;
  expiresOn: string;
}
type RegistrationStory = Story<RegistrationState>;

interface Application {
  readonly reference: string;
  readonly expiresOn: string;
  readonly magicTexts: readonly string[];
}

const KINDS = ['declaration', 'invoice', 'vat_invoice', 'warehouse_receipt'];
/** How many of the usual delays a slow one takes. */
const SLOW_PACE = 4;

/** A register of security over movables (中登网): JSON over HTTP, answered at once. */
export class Registry {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'registry');
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    door.on('POST', '/registrations', (arrival) => this.register(arrival), referenced);
    door.on('GET', '/registrations/:reference', (arrival) => this.show(arrival), named);
    door.on('POST', '/registrations/:reference/renewals', (arrival) => this.renew(arrival), named);
    door.on('POST', '/registrations/:reference/cancellation', (arrival) => this.cancel(arrival), named);
    world.teach<RegistrationState>('registry', 'registration', {
      enter: (story) => {
        this.enter(story);
      },
    });
  }

  private register(arrival: Arrival): Reply {
    const { reference, expiresOn, magicTexts } = this.readApplication(arrival.body);
    const request = requestOf(arrival, 'registration', reference, magicTexts);
    const taken = this.world.take<RegistrationState>(request, (words) => {
      if (words.includes('TAKEN')) {
        throw new Refusal(409, 'ALREADY_REGISTERED', 'The collateral is registered for somebody else');
      }
      const isSlow = words.includes('SLOW');
      const state: RegistrationState = isSlow
        ? { status: 'pending', registrationNumber: null, registeredOn: null, expiresOn }
        : { ...this.entry(), expiresOn };
      return { state, answer: jsonAnswer(isSlow ? 202 : 201, { reference, ...state }), firstStep: null };
    });
    const story = this.find(reference);
    const isNew = taken.effect === 'taken';
    if (isNew && story.state.status === 'pending') this.world.next(story, 'enter', SLOW_PACE);
    return reply(reference, taken);
  }

  private entry(): Omit<RegistrationState, 'expiresOn'> {
    const registrationNumber = `ZD${this.world.numbers.next('registry/registration')}`;
    return { status: 'registered', registrationNumber, registeredOn: chinaDate(this.world.clock.now()) };
  }

  private enter(story: RegistrationStory): void {
    if (story.state.status !== 'pending') return;
    Object.assign(story.state, this.entry());
    this.world.stories.save(story);
  }

  /** @throws Refusal 422 with every fault */
  private readApplication(body: string): Application {
    const faults = new Faults();
    const fields = new Fields(parseObject(body), faults);
    const reference = fields.text('reference');
    fields.oneOf('kind', ['pledge']);
    const debtor = fields.object_('debtor');
    const name = debtor.text('name');
    debtor.text('uscc', isCreditCode, 'must be a unified social credit code');
    const creditor = fields.object_('creditor');
    creditor.text('code');
    creditor.text('name');
    faults.unless(!fields.money('secured').isZero(), '/secured/amount', 'must be above 0');
    const expiresOn = fields.date('expiresOn');
    const today = chinaDate(this.world.clock.now());
    faults.unless(expiresOn > today, '/expiresOn', `must lie after today, ${today}`);
    const numbers = fields.list('collateral').map((each) => {
      each.oneOf('kind', KINDS);
      return each.text('number');
    });
    faults.refuse(422, 'INVALID', 'The application breaks one or more rules');
    return { reference, expiresOn, magicTexts: [name, reference, ...numbers] };
  }

  private renew(arrival: Arrival): Reply {
    const story = this.find(arrival.params['reference'] ?? '');
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    const renewalReference = fields.text('renewalReference');
    const expiresOn = fields.date('expiresOn');
    faults.refuse(422, 'INVALID', 'The renewal breaks one or more rules');
    const key = `${story.reference}/${renewalReference}`;
    const request = requestOf(arrival, 'renewal', key, [renewalReference], '');
    const taken = this.world.take<Record<string, never>>(request, () => {
      if (story.state.status !== 'registered') {
        throw new Refusal(409, 'NOT_REGISTERED', `The registration is ${story.state.status}`);
      }
      if (expiresOn <= story.state.expiresOn) {
        throw new Refusal(422, 'NO_LONGER', `It is registered until ${story.state.expiresOn} already`);
      }
      story.state.expiresOn = expiresOn;
      this.world.stories.save(story);
      return { state: {}, answer: this.told(story), firstStep: null };
    });
    return reply(renewalReference, taken);
  }

  private cancel(arrival: Arrival): Reply {
    const story = this.find(arrival.params['reference'] ?? '');
    story.state.status = 'cancelled';
    this.world.stories.save(story);
    return asked(story.reference, this.told(story));
  }

  private show(arrival: Arrival): Reply {
    const story = this.find(arrival.params['reference'] ?? '');
    this.world.ask(story);
    return asked(story.reference, this.told(story));
  }

  private told({ reference, state }: RegistrationStory): ReturnType<typeof jsonAnswer> {
    return jsonAnswer(200, { reference, ...state });
  }

  private find(reference: string): RegistrationStory {
    const key = { partner: 'registry', kind: 'registration', reference } as const;
    const story = this.world.stories.find(key) as RegistrationStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No registration ${reference}`);
    return story;
  }
}
