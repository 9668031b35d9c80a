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
  readonly amends: boolean;
  readonly seqNo: string;
  readonly receipts: string[];
}
type RequestStory = Story<RequestState>;

/** What customs can do to a declaration that it has; false where it is past that. */
export interface Declarations {
  isUnderWay(entryId: string): boolean;
  end(entryId: string): void;
}

const KIND = 'declaration-request';
const MAGIC_REFUSAL = '申请理由不充分,不予同意';
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
    const message = Element.parse(arrival.body, 'DecModMessage');
    if (message === null) throw new Refusal(400, '1', '报文格式错误: not a well-formed DecModMessage');
    const taken = this.world.take<RequestState>(
      requestOf(arrival, KIND, reference, [message.text('DecModNote')]),
      (words) => this.begin(message, words),
    );
    return reply(reference, taken);
  }

  private begin(message: Element, words: readonly string[]): Beginning<RequestState> {
    const entryId = message.text('EntryId');
    const type = message.text('DecModType');
    if (!/^\d{18}$/.test(entryId)) throw new Refusal(400, '2', 'EntryId must have 18 digits');
    if (type !== '1' && type !== '2') throw new Refusal(400, '2', 'DecModType must be 1 or 2');
    if (type === '1' && message.all('Items/Item').length === 0) throw new Refusal(400, '2', 'Items are missing');
    if (words.includes('REJECT')) throw new Refusal(400, '3', MAGIC_REFUSAL);
    const seqNo = `M${entryId.slice(4, 8)}0000${this.world.numbers.next('customs/seq')}`;
    return {
      state: { words, entryId, amends: type === '1', seqNo, receipts: [] },
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
    const { words, entryId, amends } = story.state;
    if (words.includes('REFUSE')) {
      this.tell(story, 'refused', MAGIC_REFUSAL);
    } else if (!this.declarations.isUnderWay(entryId)) {
      this.tell(story, 'refused', TOO_LATE);
    } else {
      if (!amends) this.declarations.end(entryId);
      this.tell(story, 'granted', amends ? '同意修改' : '同意撤销');
    }
  }

  private tell(story: RequestStory, status: keyof typeof STATUS, message: string): void {
    const { seqNo, entryId } = story.state;
    const xml = response({ status: STATUS[status], seqNo, entryId, message, code: '0' });
    story.state.receipts.push(xml);
    this.world.stories.save(story);
    this.world.tell(story, XML_TYPE, XML_HEAD + xml);
  }
}

interface Response {
  readonly status: string;
  readonly seqNo: string;
  readonly entryId: string;
  readonly message: string;
  readonly code: string;
}

/** 修撤单保存响应数据, also used for what is decided later. */
function response({ status, seqNo, entryId, message, code }: Response): string {
  const fields =
    leaf('Status', status) +
    leaf('DecModSeqNo', seqNo) +
    leaf('EntryId', entryId) +
    leaf('ResultMessage', message) +
    leaf('ResultCode', code);
  return node('DecModSaveResponse', fields, 'xmlns="http://www.chinaport.gov.cn/dec"');
}

function refusalOf(refusal: Refusal): Answer {
  const { status, code, message } = refusal;
  return xmlAnswer(status, response({ status: STATUS.refused, seqNo: '', entryId: '', message, code }));
}

function xmlAnswer(status: number, xml: string): Answer {
  return { status, contentType: XML_TYPE, body: XML_HEAD + xml };
}
