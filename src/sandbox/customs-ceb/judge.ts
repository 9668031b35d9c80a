import { Decimal } from '../../kernel/decimal.js';
import { type Stories } from '../world/stories.js';
import { fingerprint } from '../world/signature.js';
import { type CebKind } from './kinds.js';
import { type CebRecord } from './message.js';
import { type Remembered } from './replies.js';
import { courseOf, MAGIC_ERRORS, type Result } from './courses.js';

/** 财关税〔2018〕49号: per order, and per buyer and year, in yuan. */
const SINGLE_MAX = new Decimal(5_000);
const YEAR_MAX = new Decimal(26_000);

/** What customs keeps of a document that was stored. */
interface Kept {
  readonly guid: string;
  readonly appTime: string;
}

/** Judges records as customs does, and remembers those that it takes. Everything is kept apart by who sends it. */
export class Judge {
  constructor(
    private readonly stories: Stories,
    /** Whose messages these are. */
    private readonly scope: string,
  ) {}

  /** @param words magic words of this record @returns what it is told, one after the other */
  results(record: CebRecord, kind: CebKind, words: readonly string[]): readonly Result[] {
    const magic = words.map((word) => MAGIC_ERRORS[word]).find((error) => error !== undefined);
    const fault = magic ?? this.repeated(record, kind) ?? (kind.course === 'list' ? this.unlawful(record, kind) : null);
    if (fault !== null) return [fault];
    const isFirst = this.isFirst(record, kind);
    const mismatch = kind.course === 'list' && (words.includes('MISMATCH') || this.hasMismatch(record, kind));
    const results = courseOf(kind, words, { isFirst, mismatch });
    if (results.at(-1)?.status !== '100') this.keep(record, kind);
    return results;
  }

  /**
   * What was withdrawn or came back counts no more.
   * @param back how much of each line; all of it where nothing is said
   */
  giveBack({ quota, taxed, quantities = {} }: Remembered, back: Readonly<Record<string, string>> = quantities): void {
    const used = amount(this.stories.noted(quota) ?? '0');
    const share = (gnum: string): Decimal => {
      const whole = amount(quantities[gnum] ?? '0');
      return whole.isZero() ? new Decimal(1) : amount(back[gnum] ?? '0').dividedBy(whole);
    };
    const value = taxed.reduce((sum, { gnum, price }) => sum.plus(amount(price).times(share(gnum))), new Decimal(0));
    this.stories.note(quota, Decimal.max(used.minus(value), 0).toFixed());
  }

  private repeated({ guid, appType, appTime, head }: CebRecord, kind: CebKind): Result | null {
    const text = this.stories.noted(this.nameOf(kind, head));
    if (text === null) return null;
    const known = JSON.parse(text) as Kept;
    const number = kind.key.map((name) => head.text(name)).join('/');
    if (known.guid === guid || appTime < known.appTime) {
      return { status: kind.codes.outdated, info: `[${number}]接收报文为旧报文数据，不做处理` };
    }
    if (appType !== '1') return null;
    const isDeclared = kind.record === 'Order' && this.stories.isNoted(this.listed(kind, head));
    if (isDeclared) return { status: '-301011', info: `订单[${number}]已向海关申报清单，状态不符` };
    return { status: kind.codes.repeated, info: `[${number}]已经申报过，请勿重复申报` };
  }

  /** Of lists alone: limits of what a person may buy, and goods that are numbered twice. */
  private unlawful({ head, items }: CebRecord, kind: CebKind): Result | null {
    const copNo = head.text('copNo');
    const numbers = items.map((item) => item.text('gnum'));
    if (new Set(numbers).size < numbers.length)
      return { status: '-621027', info: `清单[${copNo}]请确认表体gnum无重复！` };
    if (this.stories.isNoted(this.listed(kind, head))) {
      return { status: '-621004', info: `清单[${copNo}]已经申报过，请勿重复申报` };
    }
    if (kind.direction === 'export') return null;
    const value = valueOf(items);
    const isOnePiece = items.length === 1 && amount(items[0]?.text('qty') ?? '0').equals(1);
    if (value.greaterThan(SINGLE_MAX) && !isOnePiece) {
      return {
        status: '-621005',
        info: `清单[${copNo}]商品总价${value.toFixed()}超过单次交易限值${SINGLE_MAX.toFixed()}`,
      };
    }
    const used = amount(this.stories.noted(this.quota(head)) ?? '0');
    if (used.plus(value).greaterThan(YEAR_MAX)) {
      return {
        status: '-621018',
        info: `清单[${copNo}]中购买人已用购买额度为${used.toFixed()}，本次购买将超过年度限值`,
      };
    }
    return null;
  }

  /** What customs has of order, payment and waybill must agree with the list; others may send what it has not. */
  private hasMismatch({ head }: CebRecord, kind: CebKind): boolean {
    const facts = this.stories.noted(this.factsOf('order', kind, head));
    const paid = this.stories.noted(this.factsOf('payment', kind, head));
    const carried = this.stories.noted(
      `${this.scope}/carried/${head.text('logisticsCode')}/${head.text('logisticsNo')}`,
    );
    const order = facts === null ? null : (JSON.parse(facts) as { paid: string; buyer: string });
    if (order !== null && order.buyer !== '' && order.buyer !== head.text('buyerIdNumber')) return true;
    if (order !== null && paid !== null && !amount(order.paid).equals(amount(paid))) return true;
    return carried !== null && carried !== '' && carried !== head.text('orderNo');
  }

  private keep({ guid, appTime, head, items }: CebRecord, kind: CebKind): void {
    this.stories.note(this.nameOf(kind, head), JSON.stringify({ guid, appTime } satisfies Kept));
    if (kind.course === 'list') {
      this.stories.note(this.listed(kind, head));
      if (kind.direction === 'export') return;
      const used = amount(this.stories.noted(this.quota(head)) ?? '0');
      this.stories.note(this.quota(head), used.plus(valueOf(items)).toFixed());
    } else if (kind.record === 'Order' && kind.direction === 'import') {
      const facts = { paid: head.text('acturalPaid'), buyer: head.text('buyerIdNumber') };
      this.stories.note(this.factsOf('order', kind, head), JSON.stringify(facts));
    } else if (kind.record === 'Payment') {
      this.stories.note(this.factsOf('payment', kind, head), head.text('amountPaid'));
    } else if (kind.record === 'Logistics' && kind.direction === 'import') {
      this.stories.note(
        `${this.scope}/carried/${head.text('logisticsCode')}/${head.text('logisticsNo')}`,
        head.text('orderNo'),
      );
    }
  }

  /** Whether this is the first record of its kind under its key, rejected ones among them. */
  private isFirst({ head }: CebRecord, kind: CebKind): boolean {
    const seen = `${this.nameOf(kind, head)}/seen`;
    if (this.stories.isNoted(seen)) return false;
    this.stories.note(seen);
    return true;
  }

  private nameOf({ record, key, direction }: CebKind, head: CebRecord['head']): string {
    return `${this.scope}/${direction}/${record}/${key.map((name) => head.text(name)).join('/')}`;
  }

  private listed({ direction }: CebKind, head: CebRecord['head']): string {
    return `${this.scope}/${direction}/listed/${head.text('ebpCode')}/${head.text('orderNo')}`;
  }

  private factsOf(what: 'order' | 'payment', { direction }: CebKind, head: CebRecord['head']): string {
    return `${this.scope}/${direction}/${what}-of/${head.text('ebpCode')}/${head.text('orderNo')}`;
  }

  /** Where what this buyer has bought this year is noted. */
  quota(head: CebRecord['head']): string {
    return `${this.scope}/quota/${head.text('appTime').slice(0, 4)}/${fingerprint(head.text('buyerIdNumber'))}`;
  }
}

function amount(text: string): Decimal {
  return new Decimal(/^\d+(\.\d+)?$/.test(text) ? text : '0');
}

/** Of the goods of a list, in yuan: its head does not tell it. */
function valueOf(items: CebRecord['items']): Decimal {
  return items.reduce((sum, item) => sum.plus(amount(item.text('totalPrice'))), new Decimal(0));
}
