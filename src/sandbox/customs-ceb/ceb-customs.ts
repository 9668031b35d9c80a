import { Decimal } from '../../kernel/decimal.js';
import { randomUUID } from 'node:crypto';

import { type FastifyInstance } from 'fastify';

import { chinaDate } from '../world/china-time.js';
import { type Arrival, asked, Doorway, reply, type Reply, requestOf } from '../world/doorway.js';
import { magicWords } from '../world/magic.js';
import { Refusal } from '../world/refusal.js';
import { type Answer, type Beginning, type Story, type World } from '../world/world.js';
import { XML_HEAD, XML_TYPE } from '../world/xml.js';
import { CLEARED } from './courses.js';
import { dxpMessage, dxpResponse, type DxpMessage, readDxp } from './dxp.js';
import { Judge } from './judge.js';
import { KINDS } from './kinds.js';
import { type CebMessage, FormatFault, readCeb } from './message.js';
import { remembered } from './remembered.js';
import { formatReply, type Issue, type Remembered, type Written, writeIssue } from './replies.js';
import { isWellSigned } from './signature.js';

interface CebState {
  /** Who it is answered to. */
  readonly to: string;
  readonly name: string;
  readonly records: Remembered[];
  readonly issues: Issue[];
  /** Where its form does not do: what is said to that, once. */
  readonly fault: Written | null;
}
type CebStory = Story<CebState>;

const KIND = 'ceb';

/** E-commerce customs behind the exchange platform (跨境电商统一版): takes messages, judges their records, answers by receipts. */
export class CebCustoms {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const wording = (refusal: Refusal): Answer => this.response(refusal.status, refusal.code, refusal.message, '', '');
    const door = new Doorway(server, world, 'customs', wording);
    door.on(
      'POST',
      '/ceb/messages',
      (arrival) => this.receive(arrival),
      ({ messageId }) => messageId,
    );
    door.on(
      'GET',
      '/ceb/messages/:messageId/receipts',
      (arrival) => this.receipts(arrival),
      ({ params }) => params['messageId'] ?? null,
    );
    world.teach<CebState>('customs', KIND, {
      answer: (story) => {
        this.answer(story);
      },
      fault: (story) => {
        this.sayFault(story);
      },
    });
  }

  private receive(arrival: Arrival): Reply {
    const envelope = readDxp(arrival.body);
    if (envelope === null) throw new Refusal(400, '0001', '报文格式错误');
    if (envelope.data === null) throw new Refusal(400, '0002', '数据包不能通过schema验证');
    const { messageId } = arrival;
    if (messageId !== envelope.copMsgId) throw new Refusal(400, '2999', 'X-Message-Id is not the CopMsgId');
    // By its header: a piece of the body would keep all of the body in memory for as long as the story waits. Magic words of
    // manners are of the whole message, wherever they stand.
    const request = requestOf(arrival, KIND, messageId, [envelope.data]);
    const taken = this.world.take<CebState>(request, (words) =>
      this.begin(envelope, envelope.data ?? '', words, arrival.callbackUrl()),
    );
    return reply(envelope.copMsgId, taken);
  }

  private begin(
    { copMsgId, senderId, msgType }: DxpMessage,
    xml: string,
    words: readonly string[],
    scope: string,
  ): Beginning<CebState> {
    const answer = this.response(200, '0', '接收成功', copMsgId, senderId);
    try {
      if (words.includes('FORMAT')) throw new FormatFault('报文不能通过schema验证');
      const message = readCeb(xml, msgType);
      const records = this.judge(message, xml, scope);
      return {
        state: { to: senderId, name: message.name, records, issues: [], fault: null },
        answer,
        firstStep: 'answer',
      };
    } catch (error) {
      if (!(error instanceof FormatFault)) throw error;
      const fault = formatReply(newGuid(), this.world.clock.now(), { copMsgId, msgType, text: xml }, error.message);
      return { state: { to: senderId, name: msgType, records: [], issues: [], fault }, answer, firstStep: 'fault' };
    }
  }

  private judge({ name, kind, records }: CebMessage, xml: string, scope: string): Remembered[] {
    const { stories, numbers, clock } = this.world;
    const judge = new Judge(stories, scope);
    const isSigned = !kind.mustBeSigned || isWellSigned(xml, clock.now());
    return records.map((record) => {
      const texts = kind.key.map((key) => record.head.text(key));
      const free = ['orderNo', 'note', 'reason'].map((name) => record.head.text(name));
      const own = magicWords('customs', [...texts, ...free]);
      const results = isSigned
        ? judge.results(record, kind, own)
        : [{ status: kind.codes.unsigned, info: '验签失败！' }];
      if (name === 'CEB509Message' && results.at(-1)?.status === '399') this.depart(record.items, scope);
      const register = {
        day: chinaDate(clock.now()),
        next: (series: string) => numbers.next(series),
        quotaOf: (head: CebMessage['records'][number]['head']) => judge.quota(head),
        words: own,
      };
      return remembered(record, kind, results, register);
    });
  }

  /** Lists whose goods have left the country are cleared. */
  private depart(items: CebMessage['records'][number]['items'], scope: string): void {
    for (const item of items) {
      for (const story of this.world.stories.knownAs(waybillName(scope, item.text('logisticsNo'))) as CebStory[]) {
        this.clear(story, item.text('logisticsNo'));
      }
    }
  }

  private clear(story: CebStory, logisticsNo: string): void {
    const found = story.state.records.find(({ repeats }) => repeats['logisticsNo'] === logisticsNo);
    if (found?.results.at(-1)?.status !== '800') return;
    found.results = [...found.results, CLEARED];
    this.world.stories.save(story);
    this.world.next(story, 'answer', 2);
  }

  /** Tells every record its next result, all in one message. */
  private answer(story: CebStory): void {
    const { records, name } = story.state;
    const rows: [number, number][] = [];
    for (const [place, record] of records.entries()) {
      if (record.told >= record.results.length) continue;
      rows.push([place, record.told]);
      record.told += 1;
    }
    if (rows.length === 0) return;
    const told = (status: string): [number, number][] =>
      rows.filter(([place, result]) => records[place]?.results[result]?.status === status);
    this.issue(story, 'answer', rows);
    if (name === 'CEB621Message') this.issue(story, 'tax', told('800'));
    if (name === 'CEB621Message') this.issue(story, 'tax-status', told('899'));
    if (name === 'CEB701Message') this.issue(story, 'summary', told('399'));
    if (name === 'CEB603Message') this.awaitDeparture(story, told('800'));
    if (name === 'CEB621Message') this.rememberLists(story, told('120'));
    if (name === 'CEB623Message' || name === 'CEB625Message') this.takeBack(story, told('399'));
    if (records.some((record) => record.told < record.results.length)) this.world.next(story, 'answer');
  }

  private awaitDeparture(story: CebStory, released: readonly (readonly [number, number])[]): void {
    for (const [place] of released) {
      const logisticsNo = story.state.records[place]?.repeats['logisticsNo'] ?? '';
      if (logisticsNo !== '') this.world.stories.nameAs(waybillName(story.callbackUrl, logisticsNo), story);
    }
  }

  /** Withdrawals and returns name lists by the number that customs gave them. */
  private rememberLists(story: CebStory, stored: Issue['rows']): void {
    for (const [place] of stored) {
      const invtNo = story.state.records[place]?.repeats['invtNo'] ?? '';
      if (invtNo !== '') this.world.stories.nameAs(listName(story.callbackUrl, invtNo), story);
    }
  }

  /** A list that is withdrawn, or whose goods come back: its taxes are not levied, nor counted to its buyer. */
  private takeBack({ state, callbackUrl }: CebStory, concluded: Issue['rows']): void {
    const judge = new Judge(this.world.stories, callbackUrl);
    for (const [place] of concluded) {
      const invtNo = state.records[place]?.repeats['invtNo'] ?? '';
      for (const list of this.world.stories.knownAs(listName(callbackUrl, invtNo)) as CebStory[]) {
        const own = list.state.records.findIndex(({ repeats }) => repeats['invtNo'] === invtNo);
        const record = list.state.records[own];
        if (record === undefined) continue;
        const back = state.records[place]?.quantities ?? {};
        judge.giveBack(record, Object.keys(back).length === 0 ? undefined : back);
        if (!isAllBack(record, back)) {
          this.world.stories.save(list);
          continue;
        }
        const isBilled = record.results.slice(0, record.told).some(({ status }) => status === '800');
        if (isBilled) this.issue(list, 'tax-void', [[own, 0]]);
      }
    }
  }

  private issue(story: CebStory, what: Issue['what'], rows: Issue['rows']): void {
    const kind = KINDS[story.state.name];
    if (rows.length === 0 || kind === undefined) return;
    const issue: Issue = { guid: newGuid(), at: this.world.clock.now().getTime(), what, rows };
    story.state.issues.push(issue);
    this.world.stories.save(story);
    const envelope = this.enveloped(story.state, issue, writeIssue(issue, kind, story.state.records));
    this.world.tell(story, XML_TYPE, XML_HEAD + envelope);
  }

  private sayFault(story: CebStory): void {
    const { state } = story;
    if (state.fault === null) return;
    const issue: Issue = { guid: newGuid(), at: this.world.clock.now().getTime(), what: 'answer', rows: [] };
    state.issues.push(issue);
    this.world.stories.save(story);
    this.world.tell(story, XML_TYPE, XML_HEAD + this.enveloped(state, issue, state.fault));
  }

  private receipts(arrival: Arrival): Reply {
    const reference = arrival.params['messageId'] ?? '';
    const story = this.world.stories.find({ partner: 'customs', kind: KIND, reference }) as CebStory | null;
    if (story === null) throw new Refusal(404, '2999', `No message ${reference} was received`);
    this.world.ask(story);
    const { state } = story;
    const kind = KINDS[state.name];
    const messages = state.issues.map((issue) => {
      const written = state.fault ?? (kind === undefined ? null : writeIssue(issue, kind, state.records));
      return written === null ? '' : this.enveloped(state, issue, written);
    });
    const body = `${XML_HEAD}<Messages>${messages.join('')}</Messages>`;
    return asked(reference, { status: 200, contentType: XML_TYPE, body });
  }

  private enveloped({ to, name }: CebState, { guid, at }: Issue, { name: msgType, xml }: Written): string {
    const direction = KINDS[name]?.direction ?? 'import';
    return dxpMessage(xml, { msgType, guid, to, direction, at: `${new Date(at).toISOString().slice(0, 19)}Z` });
  }

  private response(status: number, code: string, info: string, copMsgId: string, senderId: string): Answer {
    const day = chinaDate(this.world.clock.now());
    return { status, contentType: XML_TYPE, body: dxpResponse(code, info, copMsgId, senderId, day) };
  }
}

function newGuid(): string {
  return randomUUID().toUpperCase();
}

function listName(scope: string, invtNo: string): string {
  return `customs/ceb/list/${scope}/${invtNo}`;
}

function waybillName(scope: string, logisticsNo: string): string {
  return `customs/ceb/waybill/${scope}/${logisticsNo}`;
}

/** A withdrawal is of the whole list, a return of what it names; noted with the list. */
function isAllBack(list: Remembered, back: Readonly<Record<string, string>>): boolean {
  if (Object.keys(back).length === 0) return true;
  const before = list.returned ?? {};
  const sum = (gnum: string): Decimal => new Decimal(before[gnum] ?? 0).plus(back[gnum] ?? 0);
  list.returned = Object.fromEntries(Object.keys(list.quantities ?? {}).map((gnum) => [gnum, sum(gnum).toFixed()]));
  return Object.entries(list.quantities ?? {}).every(([gnum, whole]) => sum(gnum).greaterThanOrEqualTo(whole));
}
