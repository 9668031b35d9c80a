import { type FastifyInstance } from 'fastify';

import { type Arrival, asked, Doorway, reply, type Reply, requestOf, type Wording } from '../world/doorway.js';
import { Refusal } from '../world/refusal.js';
import { type Answer, type Beginning, type Story, type World } from '../world/world.js';
import { Element, leaf, node, XML_HEAD, XML_TYPE } from '../world/xml.js';

/** Status of a request (修撤单状态): the published schema names the element, the codes are this customs' own. */
const STATUS = { received: '1', granted: '2', refused: '3' } as const;

interface RequestState {
  readonly words: readonly string[];
  readonly entryId: string;
  readonly asks: 'amendment' | 'withdrawal' | 'refund';
  /** Taxes that are asked back, in CNY. */
  readonly amount: string;
  readonly seqNo: string;
  readonly receipts: string[];
}
type RequestStory = Story<RequestState>;

/** What customs can do to a declaration that it has; false where it is past that. */
export interface Declarations {
  isUnderWay(entryId: string): boolean;
  end(entryId: string): void;
  /** @returns the number under which the treasury pays taxes back; null where there is nothing to give back */
  giveBack(entryId: string, amount: string): string | null;
  /** @param seqNo 统一编号. @returns false where nothing was asked */
  goOn(seqNo: string): boolean;
}

const KIND = 'declaration-request';
const MAGIC_REFUSAL = '申请理由不充分,不予同意';
const NOTHING_PAID = '退税金额超过已缴税款';
const TOO_LATE = '报关单已不可修撤';

/** The desk of customs for withdrawals and amendments (修撤单): takes DecModMessage, receives it, decides. */
export class Requests {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
    private readonly declarations: Declarations,
    wording: Wording,
  ) {
    const door = new Doorway(server, world, 'customs', wording);
    door.on(
      'POST',
      '/declaration-requests',
      (arrival) => this.take(arrival),
      ({ messageId }) => messageId,
      refusalOf,
    );
    door.on(
      'GET',
      '/declaration-requests/:messageId/receipts',
      (arrival) => this.receipts(arrival),
      ({ params }) => params['messageId'] ?? null,
    );
    world.teach<RequestState>('customs', KIND, {
      receive: (story) => {
        this.tell(story, 'received', '修撤单申请已接收');
        world.next(story, 'decide');
      },
      decide: (story) => {
        this.decide(story);
      },
    });
  }

  private take(arrival: Arrival): Reply {
    const reference = arrival.messageId;
    if (reference === '') throw new Refusal(400, '1', 'X-Message-Id is missing');
    const asked = readModification(arrival.body) ?? readRefund(arrival.body);
    if (asked === null) throw new Refusal(400, '1', '报文格式错误: not a well-formed DecModMessage');
    const taken = this.world.take<RequestState>(requestOf(arrival, KIND, reference, [asked.note]), (words) =>
      this.begin(asked, words),
    );
    return reply(reference, taken);
  }

  private begin({ entryId, asks, amount }: AskedOf, words: readonly string[]): Beginning<RequestState> {
    if (!/^\d{18}$/.test(entryId)) throw new Refusal(400, '2', 'EntryId must have 18 digits');
    if (words.includes('REJECT')) throw new Refusal(400, '3', MAGIC_REFUSAL);
    const seqNo = `M${entryId.slice(4, 8)}0000${this.world.numbers.next('customs/seq')}`;
    return {
      state: { words, entryId, asks, amount, seqNo, receipts: [] },
      answer: xmlAnswer(202, response({ status: STATUS.received, seqNo, entryId, message: '', code: '0' })),
      firstStep: 'receive',
    };
  }

  private receipts(arrival: Arrival): Reply {
    const reference = arrival.params['messageId'] ?? '';
    const story = this.world.stories.find({ partner: 'customs', kind: KIND, reference }) as RequestStory | null;
    if (story === null) throw new Refusal(404, '4', `No request was received with message id ${reference}`);
    this.world.ask(story);
    return asked(reference, xmlAnswer(200, `<RECEIPTS>${story.state.receipts.join('')}</RECEIPTS>`));
  }

  private decide(story: RequestStory): void {
    const { words, entryId, asks } = story.state;
    if (words.includes('REFUSE')) {
      this.tell(story, 'refused', MAGIC_REFUSAL);
    } else if (asks === 'refund') {
      this.giveBack(story);
    } else if (!this.declarations.isUnderWay(entryId)) {
      this.tell(story, 'refused', TOO_LATE);
    } else {
      const isWithdrawn = asks === 'withdrawal';
      if (isWithdrawn) this.declarations.end(entryId);
      this.tell(story, 'granted', isWithdrawn ? '同意撤销' : '同意修改');
    }
  }

  private giveBack(story: RequestStory): void {
    const { entryId, amount } = story.state;
    const number = this.declarations.giveBack(entryId, amount);
    if (number === null) this.tell(story, 'refused', NOTHING_PAID);
    else this.tell(story, 'granted', '同意退税', leaf('RefundNo', number) + leaf('RefundAmount', amount));
  }

  private tell(story: RequestStory, status: keyof typeof STATUS, message: string, more = ''): void {
    const { seqNo, entryId } = story.state;
    const xml = response({ status: STATUS[status], seqNo, entryId, message, code: '0' }, more);
    story.state.receipts.push(xml);
    this.world.stories.save(story);
    this.world.tell(story, XML_TYPE, XML_HEAD + xml);
  }
}

interface AskedOf extends Pick<RequestState, 'entryId' | 'asks' | 'amount'> {
  /** Why; magic words stand in it. */
  readonly note: string;
}

/** @returns null where it is no DecModMessage. @throws Refusal */
function readModification(body: string): AskedOf | null {
  const message = Element.parse(body, 'DecModMessage');
  if (message === null) return null;
  const type = message.text('DecModType');
  if (type !== '1' && type !== '2') throw new Refusal(400, '2', 'DecModType must be 1 or 2');
  if (type === '1' && message.all('Items/Item').length === 0) throw new Refusal(400, '2', 'Items are missing');
  const asks = type === '1' ? 'amendment' : 'withdrawal';
  return { entryId: message.text('EntryId'), asks, amount: '0.00', note: message.text('DecModNote') };
}

/** @returns null where it is no request for taxes. @throws Refusal */
function readRefund(body: string): AskedOf | null {
  const message = Element.parse(body, 'TaxRefundApply');
  if (message === null) return null;
  const head = (name: string): string => message.text(`RefundHead/${name}`);
  const amount = head('RefundAmount');
  if (!/^\d{1,13}\.\d{2}$/.test(amount)) throw new Refusal(400, '2', 'RefundAmount must be an amount in CNY');
  return { entryId: head('EntryId'), asks: 'refund', amount, note: head('RefundReason') };
}

interface Response {
  readonly status: string;
  readonly seqNo: string;
  readonly entryId: string;
  readonly message: string;
  readonly code: string;
}

/** 修撤单保存响应数据, also used for what is decided later. */
function response({ status, seqNo, entryId, message, code }: Response, more = ''): string {
  const fields =
    leaf('Status', status) +
    leaf('DecModSeqNo', seqNo) +
    leaf('EntryId', entryId) +
    leaf('ResultMessage', message) +
    leaf('ResultCode', code) +
    more;
  return node('DecModSaveResponse', fields, 'xmlns="http://www.chinaport.gov.cn/dec"');
}

function refusalOf(refusal: Refusal): Answer {
  const { status, code, message } = refusal;
  return xmlAnswer(status, response({ status: STATUS.refused, seqNo: '', entryId: '', message, code }));
}

function xmlAnswer(status: number, xml: string): Answer {
  return { status, contentType: XML_TYPE, body: XML_HEAD + xml };
}
