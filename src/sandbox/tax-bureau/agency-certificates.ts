import { type FastifyInstance } from 'fastify';

import { isLocalDate } from '../../kernel/local-date.js';
import { hasDeparted } from '../customs/customs.js';
import { chinaDate, chinaDateTime } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, isCreditCode, parseObject } from '../world/json.js';
import { type CertificateOutcome } from '../world/magic.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';

interface CertificateState {
  readonly applicationNumber: string;
  readonly words: readonly string[];
  readonly lines: readonly string[];
  status: 'received' | 'issued' | 'refused' | 'voided';
  certificateNumber?: string;
  issuedOn?: string;
  reason?: string;
}
type CertificateStory = Story<CertificateState>;

interface VoidanceState {
  /** Our reference of the application. */
  readonly certificate: string;
  status: 'received' | 'voided' | 'refused';
  reason?: string;
}
type VoidanceStory = Story<VoidanceState>;

const CERTIFICATE = 'agency-certificate';
const VOIDANCE = 'agency-certificate-voidance';
/** The bureau that this one plays: Ningbo. */
const BUREAU = '3302';
const ENTRY_DIGITS = 18;
const REFUSED = 'The agency agreement is not the one that customs has';
const USED = 'The principal has claimed the refund with it';

/** The desk that issues certificates of agency export, and voids them as long as the principal has not claimed. */
export class AgencyCertificateDesk {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'tax-bureau');
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    door.on('POST', '/agency-certificates', (arrival) => this.apply(arrival), referenced);
    door.on('GET', '/agency-certificates/:reference', (arrival) => this.show(arrival, CERTIFICATE), named);
    door.on('POST', '/agency-certificate-voidances', (arrival) => this.void(arrival), referenced);
    door.on('GET', '/agency-certificate-voidances/:reference', (arrival) => this.show(arrival, VOIDANCE), named);
    world.teach<CertificateState>('tax-bureau', CERTIFICATE, {
      decide: (story) => {
        this.decide(story);
      },
    });
    world.teach<VoidanceState>('tax-bureau', VOIDANCE, {
      decide: (story) => {
        this.decideVoidance(story);
      },
    });
  }

  private apply(arrival: Arrival): Reply {
    const { reference, lines, magicTexts } = readApplication(arrival.body);
    const request = requestOf(arrival, CERTIFICATE, reference, magicTexts);
    const taken = this.world.take<CertificateState>(request, (words) => {
      this.checkLines(lines);
      for (const line of lines) this.world.stories.nameAs(`tax/certified/${line}`, request);
      const year = chinaDate(this.world.clock.now()).slice(0, 4);
      const applicationNumber = `${BUREAU}${year}${this.world.numbers.next('tax/certificate')}`;
      return {
        state: { applicationNumber, words, lines, status: 'received' },
        answer: jsonAnswer(202, { reference, applicationNumber, status: 'received' }),
        firstStep: 'decide',
      };
    });
    return reply(reference, taken);
  }

  /** The bureau sees customs' electronic data, its claims and its certificates. @throws Refusal 422 */
  private checkLines(lines: readonly string[]): void {
    const faults = new Faults();
    for (const [index, line] of lines.entries()) {
      const claims = this.world.stories.knownAs(`tax/line/${line}`) as Story<{ status: string }>[];
      const others = this.world.stories.knownAs(`tax/certified/${line}`) as CertificateStory[];
      const isFree =
        claims.every(({ state }) => state.status === 'rejected') &&
        others.every(({ state }) => state.status === 'refused' || state.status === 'voided');
      faults.unless(isFree, `/lines/${String(index)}/declarationLine`, 'is claimed or certified already');
    }
    faults.refuse(422, 'LINE_TAKEN', 'A declaration line is claimed or certified once');
    for (const [index, line] of lines.entries()) {
      const isOut = hasDeparted(this.world, line.slice(0, ENTRY_DIGITS)) !== false;
      faults.unless(isOut, `/lines/${String(index)}/declarationLine`, 'has not left the country');
    }
    faults.refuse(422, 'NOT_EXPORTED', 'Only goods that left the country are certified');
  }

  private void(arrival: Arrival): Reply {
    const { reference, certificateNumber } = readVoidance(arrival.body);
    const request = requestOf(arrival, VOIDANCE, reference, [reference]);
    const taken = this.world.take<VoidanceState>(request, () => {
      const [story] = this.world.stories.knownAs(`tax/certificate/${certificateNumber}`) as CertificateStory[];
      if (story?.state.status !== 'issued') {
        throw new Refusal(422, 'NO_SUCH_CERTIFICATE', `No certificate ${certificateNumber} stands`);
      }
      return {
        state: { certificate: story.reference, status: 'received' },
        answer: jsonAnswer(202, { reference, status: 'received' }),
        firstStep: 'decide',
      };
    });
    return reply(reference, taken);
  }

  private show({ params }: Arrival, kind: string): Reply {
    const reference = params['reference'] ?? '';
    const story = this.world.stories.find({ partner: 'tax-bureau', kind, reference }) as
      CertificateStory | VoidanceStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `Nothing is known of ${reference}`);
    this.world.ask(story);
    const hidden = { words: undefined, lines: undefined, certificate: undefined };
    return asked(reference, jsonAnswer(200, { reference, ...story.state, ...hidden }));
  }

  private decide(story: CertificateStory): void {
    const { state, reference } = story;
    const isRefused = has(state.words, 'NO-CERTIFICATE');
    const today = chinaDate(this.world.clock.now());
    if (isRefused) Object.assign(state, { status: 'refused', reason: REFUSED });
    else {
      const certificateNumber = `${BUREAU}${today.slice(0, 4)}${this.world.numbers.next('tax/certificate-number')}`;
      Object.assign(state, { status: 'issued', certificateNumber, issuedOn: today });
      this.world.stories.nameAs(`tax/certificate/${certificateNumber}`, story);
    }
    this.world.stories.save(story);
    const { status, applicationNumber, certificateNumber, issuedOn, reason } = state;
    const about = { reference, applicationNumber, certificateNumber, issuedOn, reason };
    this.world.tellJson(story, { type: `agency_certificate.${status}`, ...about, at: this.now() });
  }

  private decideVoidance(story: VoidanceStory): void {
    const { state, reference } = story;
    const key = { partner: 'tax-bureau', kind: CERTIFICATE, reference: state.certificate } as const;
    const certificate = this.world.stories.find(key) as CertificateStory | null;
    if (certificate === null) throw new Error(`There is no certificate ${state.certificate}`);
    if (has(certificate.state.words, 'CERTIFICATE-USED')) Object.assign(state, { status: 'refused', reason: USED });
    else {
      state.status = 'voided';
      certificate.state.status = 'voided';
      this.world.stories.save(certificate);
    }
    this.world.stories.save(story);
    const { status, reason } = state;
    this.world.tellJson(story, { type: `agency_certificate_voidance.${status}`, reference, reason, at: this.now() });
  }

  private now(): string {
    return chinaDateTime(this.world.clock.now());
  }
}

function has(words: readonly string[], word: CertificateOutcome): boolean {
  return words.includes(word);
}

interface Application {
  readonly reference: string;
  readonly lines: readonly string[];
  readonly magicTexts: readonly string[];
}

/** @throws Refusal 400 when unreadable, 422 with every fault */
function readApplication(body: string): Application {
  const faults = new Faults();
  const fields = new Fields(parseObject(body), faults);
  const reference = fields.text('reference');
  const [agent, principal] = [fields.object_('agent'), fields.object_('principal')];
  agent.text('name');
  const name = principal.text('name');
  for (const company of [agent, principal]) {
    company.text('uscc', isCreditCode, 'must be a unified social credit code');
  }
  const agreement = fields.object_('agreement');
  const number = agreement.text('number');
  agreement.date('signedOn');
  fields.optionalText('replaces');
  const lines = fields.list('lines').map(readLine);
  faults.unless(new Set(lines).size === lines.length, '/lines', 'name a declaration line twice');
  faults.refuse(422, 'INVALID', 'The application breaks one or more rules');
  return { reference, lines, magicTexts: [name, number, reference] };
}

function readLine(line: Fields): string {
  const declarationLine = line.text('declarationLine', (text) => /^\d{21}$/.test(text), 'must be 18 + 3 digits');
  line.text('exportDate', isLocalDate, 'must be a date YYYY-MM-DD');
  line.text('hsCode', (text) => /^\d{10}$/.test(text), 'must be 10 digits');
  line.text('goodsName');
  line.decimal('quantity');
  line.text('unit');
  const fob = line.object_('fob');
  fob.decimal('amount');
  fob.text('currency', (text) => /^[A-Z]{3}$/.test(text), 'must be a currency code');
  return declarationLine;
}

function readVoidance(body: string): { readonly reference: string; readonly certificateNumber: string } {
  const faults = new Faults();
  const fields = new Fields(parseObject(body), faults);
  const reference = fields.text('reference');
  const certificateNumber = fields.text('certificateNumber');
  fields.text('reason');
  faults.refuse(422, 'INVALID', 'The request breaks one or more rules');
  return { reference, certificateNumber };
}
