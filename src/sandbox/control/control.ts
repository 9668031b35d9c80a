import { type FastifyInstance, type FastifyReply } from 'fastify';

import { Money } from '../../kernel/money.js';
import { type Bank } from '../bank/bank.js';
import { type Quote } from '../bank/exchange.js';
import { jsonWording } from '../world/doorway.js';
import { Fields, parseObject } from '../world/json.js';
import { isPartner, type Partner, PARTNERS } from '../world/partners.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Switches } from '../world/switches.js';
import { storyCounts, type World } from '../world/world.js';

const AFTER_MAX_MS = 86_400_000;
const LIST_MAX = 1_000;
const COPIES_MAX = 100;

/** Levers of the outside world: no partner, so without secrets. Never let anybody else reach it. */
export class Control {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
    private readonly bank: Bank,
  ) {
    server.post('/control/buyer-payments', (request, reply) =>
      this.answer(reply, 202, () => this.pay(bodyOf(request))),
    );
    server.post('/control/departures', (request, reply) => this.answer(reply, 202, () => this.depart(bodyOf(request))));
    server.put('/control/fx/board', (request, reply) => this.answer(reply, 200, () => this.setBoard(bodyOf(request))));
    server.put<{ Params: { partner: string } }>('/control/partners/:partner', (request, reply) =>
      this.answer(reply, 200, () => this.setSwitches(request.params.partner, bodyOf(request))),
    );
    server.post<{ Params: { partner: string } }>('/control/partners/:partner/steps', (request, reply) =>
      this.answer(reply, 200, () => ({ steps: this.world.hurry(partnerOf(request.params.partner)) })),
    );
    server.post('/control/outcomes', (request, reply) => this.answer(reply, 200, () => this.turn(bodyOf(request))));
    server.put('/control/paces', (request, reply) => this.answer(reply, 200, () => this.setPace(bodyOf(request))));
    server.get('/control/state', (_request, reply) => this.answer(reply, 200, () => this.state()));
    server.get<{ Querystring: Record<string, string> }>('/control/received', (request, reply) =>
      this.answer(reply, 200, () => this.received(request.query)),
    );
    server.post('/control/reset', async (_request, reply) => {
      await world.reset();
      return reply.code(204).send();
    });
  }

  private async answer(reply: FastifyReply, status: number, work: () => object): Promise<FastifyReply> {
    try {
      const body = work();
      await this.world.settled();
      return await reply.code(status).send(body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const answer = jsonWording(error);
      return reply.code(answer.status).header('content-type', answer.contentType).send(answer.body);
    }
  }

  /** `amount` is what the buyer sends, `charges` what banks on the way keep of it. */
  private pay(body: string): object {
    const faults = new Faults();
    const parsed = parseObject(body);
    const fields = new Fields(parsed, faults);
    const accountNumber = fields.text('accountNumber');
    const sent = fields.money('amount');
    const charges = parsed['charges'] === undefined ? Money.zero(sent.currency) : fields.money('charges');
    const payerName = fields.text('payerName');
    const payerCountry = fields.text(
      'payerCountry',
      (text) => /^[A-Z]{2}$/.test(text),
      'must be a country of 2 letters',
    );
    const remittance = fields.optionalText('remittance') ?? '';
    const payerAccount = fields.optionalText('payerAccount') ?? undefined;
    const payerBic = fields.optionalText('payerBic') ?? undefined;
    const reference = fields.optionalText('reference') ?? null;
    const afterMs = parsed['afterMs'] ?? 0;
    faults.unless(isWhole(afterMs, 0, AFTER_MAX_MS), '/afterMs', 'must be milliseconds, a day at most');
    const isLess = charges.currency === sent.currency && sent.isMoreThan(charges);
    faults.unless(isLess, '/charges', 'must be less than the amount, in its currency');
    faults.refuse(422, 'INVALID', 'The payment breaks one or more rules');
    const payer = { payerName, payerCountry, payerAccount, payerBic };
    const payment = { reference, accountNumber, sent, charges, ...payer, remittance };
    const { bankReference, credited } = this.bank.expect(payment, Number(afterMs));
    return { bankReference, credited: credited.toJSON() };
  }

  /** Lets a vessel leave for goods that were not booked with the carrier of this sandbox. */
  private depart(body: string): object {
    const faults = new Faults();
    const fields = new Fields(parseObject(body), faults);
    const billNo = fields.text('billNo');
    const vesselName = fields.optionalText('vesselName') ?? 'SBX ORIENT';
    const voyage = fields.optionalText('voyage') ?? '001W';
    faults.refuse(422, 'INVALID', 'The departure breaks one or more rules');
    const departure = { billNumbers: [billNo], vesselName, voyage, at: this.world.clock.now().toISOString() };
    this.world.signals.departed(departure);
    return departure;
  }

  /** One story goes on now, or goes another way; nobody else's does. */
  private turn(body: string): object {
    const faults = new Faults();
    const fields = new Fields(parseObject(body), faults);
    const partner = fields.text('partner', isPartner, `must be one of ${PARTNERS.join(', ')}`);
    const [reference, outcome] = [fields.text('reference'), fields.text('outcome')];
    faults.refuse(422, 'INVALID', 'The outcome breaks one or more rules');
    this.world.courses.turn(partnerOf(partner), reference, outcome);
    return { partner, reference, outcome };
  }

  /** How long a partner takes between two steps, for one tenant. */
  private setPace(body: string): object {
    const faults = new Faults();
    const parsed = parseObject(body);
    const fields = new Fields(parsed, faults);
    const partner = fields.text('partner', isPartner, `must be one of ${PARTNERS.join(', ')}`);
    const tenantId = fields.text('tenantId');
    const delayMs = parsed['delayMs'] ?? null;
    faults.unless(
      delayMs === null || isMilliseconds(delayMs),
      '/delayMs',
      'must be milliseconds, a day at most; or null',
    );
    faults.refuse(422, 'INVALID', 'The pace breaks one or more rules');
    this.world.switchboard.setPace(partnerOf(partner), tenantId, delayMs === null ? null : Number(delayMs));
    return { partner, tenantId, delayMs };
  }

  private setBoard(body: string): object {
    const faults = new Faults();
    const names = ['unit', 'spotBuy', 'cashBuy', 'spotSell', 'cashSell'] as const;
    const quotes = new Fields(parseObject(body), faults).list('quotes').map((fields): Quote => {
      const currency = fields.text('currency', (text) => /^[A-Z]{3}$/.test(text), 'must be a currency');
      const [unit, spotBuy, cashBuy, spotSell, cashSell] = names.map((name) => fields.decimal(name)) as [
        string,
        string,
        string,
        string,
        string,
      ];
      return { currency, unit, spotBuy, cashBuy, spotSell, cashSell };
    });
    faults.refuse(422, 'INVALID', 'The board breaks one or more rules');
    this.bank.setBoard(quotes);
    return this.bank.board();
  }

  private setSwitches(name: string, body: string): object {
    const switches = this.world.switchboard.set(partnerOf(name), readSwitches(body));
    this.world.callbacks.kick();
    return switches;
  }

  private state(): object {
    const stories = storyCounts(this.world);
    const effects = (partner: Partner): object => ({
      stories: stories[partner],
      callbacks: this.world.countsOf(partner),
      switches: this.world.switchboard.of(partner),
    });
    return Object.fromEntries(PARTNERS.map((partner) => [partner, effects(partner)]));
  }

  private received(query: Readonly<Record<string, string>>): object {
    const { reference = null, limit = '100' } = query;
    const partner = query['partner'] === undefined ? null : partnerOf(query['partner']);
    if (!/^\d+$/.test(limit)) throw new Refusal(400, 'INVALID', 'limit must be a number');
    return {
      counts: this.world.received.counts(partner, reference),
      requests: this.world.received.list(partner, reference, Math.min(Number(limit), LIST_MAX)),
    };
  }
}

/** @throws Refusal 404 */
function partnerOf(name: string): Partner {
  if (isPartner(name)) return name;
  throw new Refusal(404, 'NOT_FOUND', `No partner ${name}; there are ${PARTNERS.join(', ')}`);
}

type Check = (value: unknown) => boolean;
const isFlag: Check = (value) => typeof value === 'boolean';
const isMilliseconds: Check = (value) => isWhole(value, 0, AFTER_MAX_MS);
const SWITCH_RULES: Readonly<Record<keyof Switches, readonly [Check, string]>> = {
  delayMs: [isMilliseconds, 'must be milliseconds, a day at most'],
  latencyMs: [isMilliseconds, 'must be milliseconds, a day at most'],
  down: [isFlag, 'must be true or false'],
  hang: [isFlag, 'must be true or false'],
  lossy: [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'must be a share from 0 to 1'],
  seed: [(value) => isWhole(value, 0, Number.MAX_SAFE_INTEGER), 'must be a whole number'],
  repeat: [(value) => isWhole(value, 1, COPIES_MAX), 'must be 1 or more copies'],
  outOfOrder: [isFlag, 'must be true or false'],
  anonymous: [isFlag, 'must be true or false'],
};

/** @throws Refusal 422 with every fault, an unknown switch included */
function readSwitches(body: string): Partial<Switches> {
  const wanted = parseObject(body);
  const faults = new Faults();
  for (const [name, value] of Object.entries(wanted)) {
    const rule = Object.hasOwn(SWITCH_RULES, name) ? SWITCH_RULES[name as keyof Switches] : null;
    if (rule === null) faults.add(`/${name}`, `is no switch; there are ${Object.keys(SWITCH_RULES).join(', ')}`);
    else faults.unless(rule[0](value), `/${name}`, rule[1]);
  }
  faults.refuse(422, 'INVALID', 'The switches break one or more rules');
  return wanted;
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

function bodyOf(request: { body: unknown }): string {
  return typeof request.body === 'string' ? request.body : '{}';
}
