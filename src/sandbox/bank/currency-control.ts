import { type FastifyInstance } from 'fastify';

import { isLocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { chinaSeconds } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { isObject, parseObject } from '../world/json.js';
import { Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { Element, XML_TYPE } from '../world/xml.js';
import { ContractRegistry } from './contract-desk.js';
import { statusAdvice } from './control-messages.js';
import { type Reason } from './payment-order.js';

/** What the desk reads of a declaration, whichever way it came. */
interface Declared {
  readonly action: string;
  readonly number: string;
  readonly payerName: string;
  readonly payerCountry: string;
  readonly codes: readonly string[];
  readonly contractNumber: string;
  /** Of each transaction the five digits of its code, and the amount; of JSON none. */
  readonly records: readonly [code: string, amount: MoneyJson][];
}

interface DeclarationState {
  readonly declared: Declared;
  readonly bankReference: string;
  readonly refusal: Reason | null;
  advice: string | null;
}

const ROOT = 'PmtRgltryInfNtfctn';

/** The bank as the desk of SAFE: declarations of foreign receipts, as JSON or as auth.024, answered by auth.027; contracts. */
export class CurrencyControlDesk {
  private readonly contracts: ContractRegistry;

  constructor(
    server: FastifyInstance,
    private readonly world: World,
    private readonly newReference: () => string,
  ) {
    this.contracts = new ContractRegistry(world, newReference);
    const door = new Doorway(server, world, 'bank');
    door.on(
      'POST',
      '/bop/declarations',
      (arrival) => this.takeJson(arrival),
      ({ body }) => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null,
    );
    door.on(
      'POST',
      '/currency-control',
      (arrival) => this.takeXml(arrival),
      ({ body }) => /<MsgId>([^<]*)</.exec(body)?.[1] ?? null,
    );
    door.on('GET', '/currency-control/:messageId', (arrival) => this.advice(arrival));
    world.teach<DeclarationState>('bank', 'bop-declaration', {
      check: (story) => {
        this.answer(story);
      },
    });
  }

  private takeJson(arrival: Arrival): Reply {
    const body = parseObject(arrival.body);
    const { reference, lines } = body;
    if (typeof reference !== 'string') throw new Refusal(400, 'INVALID', 'reference is required');
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
    const codes = Array.isArray(lines) ? lines.map((line) => (isObject(line) ? textOf(line['code']) : '')) : [];
    const declared: Declared = {
      ...{ action: text('action'), number: text('number'), payerName: text('payerName'), codes },
      ...{ payerCountry: text('payerCountry'), contractNumber: text('contractNumber'), records: [] },
    };
    const request = requestOf(arrival, 'bop-declaration', reference, [arrival.body]);
    const taken = this.world.take<DeclarationState>(request, (words) => {
      const state = this.judge(declared, reference, words);
      const { refusal, bankReference } = state;
      const answer =
        refusal === null
          ? { reference, status: 'accepted', bankReference }
          : { reference, status: 'rejected', reasonCode: refusal.code, reason: refusal.text };
      return { state, answer: jsonAnswer(200, answer), firstStep: null };
    });
    return reply(reference, taken);
  }

  private takeXml(arrival: Arrival): Reply {
    const document = Element.parse(arrival.body, 'Document');
    const aboutContracts = this.contracts.take(arrival, document);
    if (aboutContracts !== null) return aboutContracts;
    const message = document?.child(ROOT) ?? null;
    const reference = message?.text('GrpHdr/MsgId') ?? '';
    if (message === null || reference === '') throw new Refusal(400, 'UNREADABLE', 'Not an auth.024 with GrpHdr/MsgId');
    const declared = readNotification(message);
    const request = requestOf(arrival, 'bop-declaration', reference, [declared.payerName, arrival.body]);
    const taken = this.world.take<DeclarationState>(request, (words) => {
      const state = this.judge(declared, reference, words);
      if (state.refusal === null) {
        const { contractNumber, number, records } = declared;
        this.contracts.count(request.callbackUrl, contractNumber, { reference: number, on: dayOf(number), records });
      }
      const answer = jsonAnswer(202, { messageId: reference, status: 'RCVD' });
      return { state, answer, firstStep: 'check' };
    });
    return reply(reference, taken);
  }

  private judge(declared: Declared, reference: string, words: readonly string[]): DeclarationState {
    const refusal = words.includes('REJECT') ? REFUSED : this.faultOf(declared, reference);
    if (refusal === null) this.keep(declared);
    return { declared, bankReference: this.newReference(), refusal, advice: null };
  }

  private faultOf({ action, number, payerName, payerCountry, codes }: Declared, reference: string): Reason | null {
    if (!/^\d{22}$/.test(number) || !isLocalDate(dayOf(number)))
      return { code: 'NUMB', text: `${number} is no declaration number` };
    const isKept = this.world.stories.noted(keyOf(number)) === 'kept';
    if (action === 'add' && isKept) return { code: 'DUPL', text: `${number} was declared before` };
    if (action !== 'add' && !isKept) return { code: 'NOOR', text: `${number} was never declared (${reference})` };
    if (payerName === '') return { code: 'BE08', text: 'The payer is not named' };
    if (!/^[A-Z]{2}$/.test(payerCountry)) return { code: 'BE09', text: 'The country of the payer is missing' };
    const wrong = codes.find((code) => !/^\d{6}$/.test(code));
    if (codes.length === 0 || wrong !== undefined)
      return { code: 'CODE', text: `${wrong ?? 'None'} is no transaction code` };
    return null;
  }

  private keep({ action, number }: Declared): void {
    this.world.stories.note(keyOf(number), action === 'delete' ? 'deleted' : 'kept');
  }

  private answer(story: Story<DeclarationState>): void {
    const { state, reference } = story;
    const messageId = `CSA${this.world.numbers.next('bank/advice')}`;
    const { declared, refusal, bankReference } = state;
    state.advice = statusAdvice(
      { messageId, createdAt: chinaSeconds(this.world.clock.now()) },
      {
        ...{ messageId: reference, messageType: 'auth.024.001.02', recordId: declared.number },
        ...{ refusal, bankReference },
      },
    );
    this.world.stories.save(story);
    this.world.tell(story, XML_TYPE, state.advice);
  }

  private advice(arrival: Arrival): Reply {
    const reference = arrival.params['messageId'] ?? '';
    const key = { partner: 'bank', kind: 'bop-declaration', reference } as const;
    const story = this.world.stories.find(key) as Story<DeclarationState> | null;
    const ofContract = this.contracts.find(reference);
    for (const each of [story, ofContract]) if (each !== null) this.world.ask(each);
    const body = story?.state.advice ?? ofContract?.state.answer ?? null;
    if (body === null) throw new Refusal(404, 'NOT_FOUND', `No advice on a message ${reference}`);
    return asked(reference, { status: 200, contentType: XML_TYPE, body });
  }
}

const REFUSED: Reason = { code: 'NARR', text: 'The declaration is sent back: ask the branch' };

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The day within a declaration number. */
function dayOf(number: string): string {
  return `20${number.slice(12, 14)}-${number.slice(14, 16)}-${number.slice(16, 18)}`;
}

function keyOf(number: string): string {
  return `bank/bop/${number}`;
}

function readNotification(message: Element): Declared {
  const certificate = message.child('TxNtfctn/TxCert');
  const records = certificate.all('CertRcrd').map((record) => wordsOf(record.text('Ctrct/AddtlInf')));
  const [first] = records;
  const amounts = certificate.all('CertRcrd').map((record) => record.child('Tx/Amt'));
  const isOfOneCurrency = new Set(amounts.map((amount) => amount.attribute('Ccy'))).size === 1;
  if (!isOfOneCurrency) throw new Refusal(400, 'UNREADABLE', 'Records in more than one currency');
  for (const amount of amounts) Money.parse(amount.own(), amount.attribute('Ccy'));
  return {
    action: (first?.get('ACT') ?? 'ADD').toLowerCase(),
    number: certificate.text('TxId'),
    payerName: first?.get('PAYER') ?? '',
    payerCountry: first?.get('CTRY') ?? '',
    codes: records.map((words) => words.get('BOP') ?? ''),
    contractNumber: first?.get('CTR') ?? '',
    records: certificate.all('CertRcrd').map((record) => {
      const amount = record.child('Tx/Amt');
      return [record.text('Tx/LclInstrm'), Money.parse(amount.own(), amount.attribute('Ccy')).toJSON()];
    }),
  };
}

function wordsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
}
