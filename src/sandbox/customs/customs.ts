import { type FastifyInstance } from 'fastify';

import { chinaDate } from '../world/china-time.js';
import { type Arrival, asked, Doorway, reply, type Reply, requestOf } from '../world/doorway.js';
import { type Outcome } from '../world/magic.js';
import { Refusal } from '../world/refusal.js';
import { type Departure } from '../world/signals.js';
import { type Answer, type Beginning, type Story, type World } from '../world/world.js';
import { Element, XML_HEAD, XML_TYPE } from '../world/xml.js';
import { Duties, type Duty, dutyOn } from './duties.js';
import { type Declaration, faultsOfForm, readDeclaration } from './declaration.js';
import {
  type Decision,
  declarationDay,
  factsOf,
  importResponse,
  receipt,
  type ReceiptFacts,
  tallyReport,
} from './receipts.js';
import { type Declarations, Requests } from './requests.js';
import { Supplements } from './supplements.js';
import { breaches } from './trade-rules.js';

interface DeclarationState {
  readonly billNumbers: readonly string[];
  readonly isImport: boolean;
  /** Of an import. */
  readonly duty: Duty | null;
  words: readonly string[];
  /** Why it will be sent back; null when it will not. */
  refusal: string | null;
  phase: 'taken' | Decision | 'departed' | 'withdrawn';
  facts: ReceiptFacts;
  readonly receipts: string[];
}
type DeclarationStory = Story<DeclarationState>;

const KIND = 'declaration';
/** Customs look at it still. */
const UNDECIDED: readonly string[] = ['taken', 'accepted', 'review', 'concluded', 'inspection'];
const SUPPLEMENT_QUESTION = '请补充申报：价格';
const MAGIC_REFUSAL = '商品编号与申报要素不符,请核对后重新申报';

/** Customs behind the single window: takes declarations (H2018 form), decides, and says so by receipts. */
export class Customs implements Declarations {
  private readonly duties: Duties<DeclarationState>;

  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'customs', xmlWording);
    const submitted = ({ messageId }: Arrival): string => messageId;
    door.on('POST', '/declarations', (arrival) => this.submit(arrival), submitted);
    door.on(
      'GET',
      '/declarations/:messageId/receipts',
      (arrival) => this.receipts(arrival),
      ({ params }) => params['messageId'] ?? null,
    );
    world.teach<DeclarationState>('customs', KIND, {
      decide: (story) => {
        this.decide(story);
      },
      inspect: (story) => {
        this.issue(story, 'inspection');
        if (!story.state.words.includes('HOLD')) world.next(story, 'release');
      },
      question: (story) => {
        this.issue(story, 'review', SUPPLEMENT_QUESTION);
      },
      review: (story) => {
        this.issue(story, 'review');
        world.next(story, 'conclude');
      },
      conclude: (story) => {
        this.issue(story, 'concluded');
        world.next(story, 'release');
      },
      refuse: (story) => {
        this.issue(story, 'rejected', MAGIC_REFUSAL);
        this.letGo(story.state);
      },
      delete: (story) => {
        this.issue(story, 'deleted');
        this.letGo(story.state);
      },
      release: (story) => {
        this.release(story);
      },
      depart: (story) => {
        this.depart(story);
      },
      clear: (story) => {
        this.issue(story, 'cleared');
      },
    });
    this.duties = new Duties(world, (story, xml) => {
      this.tell(story, xml);
    });
    new Requests(server, world, this, xmlWording);
    new Supplements(server, world, this);
    world.courses.teach<DeclarationState>('customs', KIND, courseOf);
    world.signals.hearDeparture((departure) => {
      this.hearDeparture(departure);
    });
  }

  isUnderWay(entryId: string): boolean {
    const phase = this.ofEntry(entryId)?.state.phase;
    return (
      phase !== undefined && !(['departed', 'cleared', 'withdrawn', 'deleted', 'rejected'] as string[]).includes(phase)
    );
  }

  /** It is withdrawn, or its goods stay: nothing more is done about it. */
  end(entryId: string): void {
    const story = this.ofEntry(entryId);
    if (story === null) return;
    story.state.phase = 'withdrawn';
    this.world.stories.save(story);
    this.letGo(story.state);
  }

  giveBack(entryId: string, amount: string): string | null {
    const story = this.ofEntry(entryId);
    return story === null ? null : this.duties.giveBack(story, amount);
  }

  /** What was asked has been answered: it is concluded and released. */
  goOn(seqNo: string): boolean {
    const [story] = this.world.stories.knownAs(`customs/seq/${seqNo}`) as DeclarationStory[];
    if (story?.state.phase !== 'review') return false;
    this.world.next(story, 'conclude');
    return true;
  }

  private ofEntry(entryId: string): DeclarationStory | null {
    const [story] = this.world.stories.knownAs(`customs/entry/${entryId}`) as DeclarationStory[];
    return story ?? null;
  }

  private submit(arrival: Arrival): Reply {
    const reference = arrival.messageId;
    if (reference === '') throw new Refusal(400, '1', 'X-Message-Id is missing');
    const message = Element.parse(arrival.body, 'DecMessage');
    if (message === null) throw new Refusal(400, '1', '报文格式错误: not a well-formed DecMessage');
    const texts = [
      message.text('DecHead/ContrNo'),
      message.text('DecHead/NoteS'),
      ...message.all('DecLists/DecList').map((item) => item.text('GName')),
    ];
    const taken = this.world.take<DeclarationState>(requestOf(arrival, KIND, reference, texts), (words) =>
      this.begin(reference, message, words),
    );
    return reply(reference, taken);
  }

  private begin(reference: string, message: Element, words: readonly string[]): Beginning<DeclarationState> {
    const faults = faultsOfForm(message);
    if (faults.length > 0) throw new Refusal(400, '2', '报文校验未通过', faults);
    const declaration = readDeclaration(message);
    const { stories, numbers, clock } = this.world;
    const contract = `customs/contract/${declaration.tradeCode}/${declaration.contractNumber}`;
    const isFirst = declaration.contractNumber === '' || !stories.isNoted(contract);
    const key = { partner: 'customs', kind: KIND, reference } as const;
    stories.note(contract);
    for (const number of declaration.billNumbers) stories.nameAs(`customs/bill/${number}`, key);
    const year = chinaDate(clock.now()).slice(0, 4);
    const seqNo = `${declaration.isImport ? 'I' : 'E'}${year}0000${numbers.next('customs/seq')}`;
    stories.nameAs(`customs/seq/${seqNo}`, key);
    return {
      state: {
        billNumbers: declaration.billNumbers,
        isImport: declaration.isImport,
        duty: declaration.isImport ? dutyOn(message, words) : null,
        words,
        refusal: refusalOf(declaration, words, isFirst),
        phase: 'taken',
        facts: { ...factsOf(declaration), seqNo, declaredOn: declarationDay(clock.now()) },
        receipts: [],
      },
      answer: xmlAnswer(202, importResponse(0, '', declaration.clientSeqNo, seqNo)),
      firstStep: 'decide',
      // What was mislaid is found when the contract is declared anew.
      ignored: isFirst ? [] : ['LOST'],
    };
  }

  private receipts(arrival: Arrival): Reply {
    const reference = arrival.params['messageId'] ?? '';
    const story = this.world.stories.find({ partner: 'customs', kind: KIND, reference }) as DeclarationStory | null;
    if (story === null) throw new Refusal(404, '4', `No declaration was received with message id ${reference}`);
    this.world.ask(story);
    return asked(reference, xmlAnswer(200, `<RECEIPTS>${story.state.receipts.join('')}</RECEIPTS>`));
  }

  private decide(story: DeclarationStory): void {
    const { state } = story;
    if (state.refusal !== null) {
      this.issue(story, 'rejected', state.refusal);
      this.letGo(state);
      return;
    }
    state.facts = { ...state.facts, entryId: this.entryId(state) };
    this.issue(story, 'accepted');
    this.world.stories.nameAs(`customs/entry/${state.facts.entryId}`, story);
    const has = (word: Outcome<'customs'>): boolean => state.words.includes(word);
    if (has('DELETE')) this.world.next(story, 'delete');
    else if (has('SUPPLEMENT')) this.world.next(story, 'question');
    else if (has('REVIEW')) this.world.next(story, 'review');
    else if (has('INSPECT')) this.world.next(story, 'inspect');
    else if (!has('HOLD')) this.world.next(story, 'release');
  }

  private release(story: DeclarationStory): void {
    if (story.state.phase === 'withdrawn' || this.duties.awaits(story)) return;
    this.issue(story, 'released');
    const { state } = story;
    if (state.isImport) {
      this.world.next(story, 'clear');
      return;
    }
    const [gone] = this.under(state).flatMap((other) => other.state.facts.departure ?? []);
    // Released when the rest of the shipment had sailed: it is reported with it.
    if (gone !== undefined) this.sail(story, gone);
    else this.letGo(state);
  }

  /** A shipment may go in several declarations: it is loaded when customs look at none of them any more. */
  private letGo(state: DeclarationState): void {
    const { billNumbers } = state;
    const phases = this.under(state).map((story) => story.state.phase);
    if (state.isImport || !phases.includes('released') || phases.some((phase) => UNDECIDED.includes(phase))) return;
    for (const number of billNumbers) this.world.stories.note(`released/${number}`);
    this.world.signals.released({ billNumbers });
  }

  /** Every declaration under the same bills of lading, this one too. */
  private under({ billNumbers }: Pick<Departure, 'billNumbers'>): DeclarationStory[] {
    const found = billNumbers.flatMap((number) => this.world.stories.knownAs(`customs/bill/${number}`));
    return [...new Set(found as DeclarationStory[])];
  }

  private sail(story: DeclarationStory, departure: Departure): void {
    const { state } = story;
    state.phase = 'departed';
    state.facts = { ...state.facts, departure };
    this.world.stories.save(story);
    this.world.next(story, 'depart');
  }

  private depart(story: DeclarationStory): void {
    const { state } = story;
    const { departure } = state.facts;
    if (departure === null) return;
    const now = this.world.clock.now();
    this.tell(story, tallyReport(this.world.numbers.next('customs/manifest'), state.facts, departure, now));
    this.world.next(story, 'clear');
  }

  private hearDeparture(departure: Departure): void {
    for (const story of this.under(departure)) {
      if (story.state.phase === 'released' && !story.state.isImport) this.sail(story, departure);
    }
  }

  /** What was withdrawn meanwhile is left alone. */
  private issue(story: DeclarationStory, decision: Decision, note?: string): void {
    if (story.state.phase === 'withdrawn') return;
    story.state.phase = decision;
    this.tell(story, receipt(decision, story.state.facts, this.world.clock.now(), note));
  }

  private tell(story: DeclarationStory, xml: string): void {
    story.state.receipts.push(xml);
    this.world.stories.save(story);
    this.world.tell(story, XML_TYPE, XML_HEAD + xml);
  }

  /** 18 digits: accepting district, year, 0 for export or 1 for import, serial number of that district and year. */
  private entryId({ facts, isImport }: DeclarationState): string {
    const series = `${facts.customMaster}${chinaDate(this.world.clock.now()).slice(0, 4)}${isImport ? '1' : '0'}`;
    return series + this.world.numbers.next(`customs/entry/${series}`);
  }
}

/** Before it has decided customs are told what to decide; afterwards they may still think better of it, until the release. */
function courseOf({ state }: DeclarationStory, word: string): string | null {
  const isRefused = word === 'REJECT' || word === 'REFUSE';
  if (state.phase === 'taken') {
    if (isRefused) state.refusal = MAGIC_REFUSAL;
    state.words = [...state.words, word];
    return 'decide';
  }
  if (!(['accepted', 'review', 'concluded', 'inspection'] as string[]).includes(state.phase)) return null;
  if (isRefused) return 'refuse';
  return STEP_OF[word] ?? null;
}

const STEP_OF: Readonly<Record<string, string>> = { INSPECT: 'inspect', REVIEW: 'review', DELETE: 'delete' };

/** Whether an entry number that another authority asks about has left the country; null when it was not declared here. */
export function hasDeparted(world: World, entryId: string): boolean | null {
  const [story] = world.stories.knownAs(`customs/entry/${entryId}`) as DeclarationStory[];
  return story === undefined ? null : story.state.facts.departure !== null;
}

function refusalOf(declaration: Declaration, words: readonly string[], isFirst: boolean): string | null {
  const reasons = breaches(declaration);
  if (words.includes('REFUSE') || (words.includes('REJECT') && isFirst)) reasons.push(MAGIC_REFUSAL);
  return reasons.length === 0 ? null : reasons.join(';');
}

function xmlAnswer(status: number, xml: string): Answer {
  return { status, contentType: XML_TYPE, body: XML_HEAD + xml };
}

/** ErrorMessage is VARCHAR2(255) in the interface; we would rather say everything. */
function xmlWording(refusal: Refusal): Answer {
  const reasons = refusal.faults.map(({ pointer, message }) => `${pointer} ${message}`);
  const code = /^\d+$/.test(refusal.code) ? Number(refusal.code) : refusal.status;
  return xmlAnswer(refusal.status, importResponse(code, [refusal.message, ...reasons].join('; '), '', ''));
}
