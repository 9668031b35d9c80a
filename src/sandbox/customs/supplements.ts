import { type FastifyInstance } from 'fastify';

import { type Arrival, Doorway, reply, type Reply, requestOf } from '../world/doorway.js';
import { Refusal } from '../world/refusal.js';
import { type Answer, type World } from '../world/world.js';
import { Element, leaf, node, XML_HEAD, XML_TYPE } from '../world/xml.js';
import { type Declarations } from './requests.js';

const KIND = 'supplement';
const LISTS_MAX = 60;

/** The desk of customs for supplementary declarations (补充申报): takes DecSDMessage, and the declaration goes on. */
export class Supplements {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
    private readonly declarations: Declarations,
  ) {
    const door = new Doorway(server, world, 'customs', wording);
    door.on(
      'POST',
      '/supplements',
      (arrival) => this.take(arrival),
      ({ messageId }) => messageId,
    );
  }

  private take(arrival: Arrival): Reply {
    const reference = arrival.messageId;
    const message = Element.parse(arrival.body, 'DecSDMessage');
    if (reference === '' || message === null)
      throw new Refusal(400, '1', '报文格式错误: not a well-formed DecSDMessage');
    const lists = message.all('DecSupplement/DecSupplementList');
    const texts = lists.map((list) => list.text('OtherNote'));
    const taken = this.world.take<object>(requestOf(arrival, KIND, reference, texts), (words) => {
      const isFormed = lists.every((list) => /^[ABC]$/.test(list.text('SupType')) && /^\d+$/.test(list.text('GNo')));
      if (lists.length === 0 || lists.length > LISTS_MAX || !isFormed) throw new Refusal(400, '2', '报文校验未通过');
      const seqNo = message.text('DecSupplementSign/ClientSeqNo');
      if (words.includes('REJECT') || !this.declarations.goOn(seqNo)) throw new Refusal(400, '3', '无需补充申报');
      return { state: {}, answer: response(202, 0, '', seqNo), firstStep: null };
    });
    return reply(reference, taken);
  }
}

/** 补充申报单导入响应数据. */
function response(status: number, code: number, error: string, seqNo: string): Answer {
  const fields = leaf('ResponseCode', String(code)) + leaf('ErrorMessage', error) + leaf('ClientSeqNo', seqNo);
  const xml = node('DecSDImportResponse', fields, 'xmlns="http://www.chinaport.gov.cn/dec"');
  return { status, contentType: XML_TYPE, body: XML_HEAD + xml };
}

function wording({ status, code, message }: Refusal): Answer {
  return response(status, /^\d+$/.test(code) ? Number(code) : status, message, '');
}
