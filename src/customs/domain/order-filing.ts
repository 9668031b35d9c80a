import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { type Said } from '../../kernel/sentence.js';
import { type ReturnMeaning } from './ceb/return-status.js';
import { type Finding, type RuleId, RULES } from './finding.js';
import { type OrderFilingState } from './order-filing-status.js';
import { SAY } from './order-filing.sentences.js';
import { type OrderLine, type OrderPaper } from './parcels/papers.js';

/** Supervision modes under which customs wants the order before its declaration. Source: GACC 2020 No. 75, Art. 2. */
const ORDER_FIRST: readonly string[] = ['9710', '9810'];

export function needsOrderFiling(supervisionMode: string): boolean {
  return ORDER_FIRST.includes(supervisionMode);
}

/** Why an order is not with customs. */
export interface OrderFinding {
  /** JSON pointer into what is sent, `/profileId`, or empty. */
  readonly pointer: string;
  readonly rule: string;
  readonly detail: Said;
}

/** What a receipt of the order (CEB304Message) decides; null: nothing yet, or nothing of ours. */
export type OrderOutcome = 'accept' | 'refuse' | null;

/** 旧报文数据，不做处理: said to a repeat of a message that customs has. It says nothing of the order. */
const IGNORED_REPEAT = '-301014';
/** 已存在相同编号的订单 */
const NUMBER_TAKEN = '-301010';

const OUTCOMES: Readonly<Partial<Record<ReturnMeaning, 'accept' | 'refuse'>>> = {
  stored: 'accept',
  concluded: 'accept',
  released: 'accept',
  cleared: 'accept',
  rejected: 'refuse',
  send_failed: 'refuse',
  error: 'refuse',
};

/** Stored (120) is accepted: nothing more is said of an order. Source: 海关跨境统一版 2022-05, 回执状态. */
export function outcomeOf(meaning: ReturnMeaning, returnStatus: string | null): OrderOutcome {
  return returnStatus === IGNORED_REPEAT ? null : (OUTCOMES[meaning] ?? null);
}

/** @param status null where the exchange, not customs, does not take the message */
export function refusalOf(status: string | null, said: Said): OrderFinding {
  if (status === null) return { pointer: '', rule: 'not_taken', detail: SAY.not_taken({ said }) };
  const pointer = status === NUMBER_TAKEN ? '/orderNo' : '';
  return { pointer, rule: 'refused_by_customs', detail: SAY.refused({ status, said }) };
}

/** What the gate of a declaration looks at. */
export interface FiledOrder {
  readonly state: OrderFilingState;
  readonly orderNo: string;
  readonly customsSaid: string | null;
}

/** @returns why the declaration may not leave: an error where somebody must act, a warning while customs is awaited */
export function orderGate(supervisionMode: string, filing: FiledOrder | null): Finding | null {
  if (!needsOrderFiling(supervisionMode)) return null;
  if (filing === null || filing.state === 'cancelled') return lack('order_filing_missing', SAY.not_filed);
  const { state, orderNo, customsSaid } = filing;
  if (state === 'waiting') return lack('order_filing_missing', SAY.not_sent({ orderNo }));
  if (state === 'refused') return lack('order_filing_refused', SAY.refused_order({ orderNo, said: customsSaid ?? '' }));
  return state === 'sent' ? lack('order_filing_awaited', SAY.awaited({ orderNo })) : null;
}

function lack(rule: RuleId, detail: Said): Finding {
  return { pointer: '/supervisionMode', rule, severity: RULES[rule].severity, detail };
}

/** What may be said otherwise than the order has it. Absent: as it was. */
export interface OrderLineCorrection {
  readonly lineNumber: number;
  readonly itemNo?: string | undefined;
  readonly itemName?: string | undefined;
  readonly model?: string | undefined;
  readonly barCode?: string | undefined;
}
export interface OrderCorrection {
  readonly orderNo?: string | undefined;
  readonly lines?: readonly OrderLineCorrection[] | undefined;
}

/** @throws InvalidInputError for a line that the order does not have, or one named twice */
export function correctedPaper(paper: OrderPaper, { orderNo, lines = [] }: OrderCorrection): OrderPaper {
  assertLines(paper, lines);
  return {
    ...paper,
    orderNo: orderNo ?? paper.orderNo,
    lines: paper.lines.map((line) => {
      const change = lines.find(({ lineNumber }) => lineNumber === line.lineNo);
      return change === undefined ? line : correctedLine(line, change);
    }),
  };
}

function correctedLine(line: OrderLine, { lineNumber, ...change }: OrderLineCorrection): OrderLine {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...line, ...(Object.fromEntries(given) as Partial<OrderLine>), lineNo: lineNumber };
}

function assertLines({ lines }: OrderPaper, changes: readonly OrderLineCorrection[]): void {
  const numbers = changes.map(({ lineNumber }) => lineNumber);
  const faults = numbers.flatMap((line, index): Fault[] => {
    const pointer = `/lines/${index}/lineNumber`;
    if (!lines.some(({ lineNo }) => lineNo === line))
      return [{ pointer, code: 'unknown_line', message: SAY.no_line({ line }) }];
    if (numbers.indexOf(line) < index) return [{ pointer, code: 'repeated', message: SAY.line_named_twice({ line }) }];
    return [];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
