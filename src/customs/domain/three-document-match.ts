import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type Money } from '../../kernel/money.js';
import { SAY } from './customs.sentences.js';
import { amountDue, orderMismatches } from './match-amounts.js';
import { type DocumentName, DOCUMENTS, type ListLine, type MatchDocuments, type Mismatch } from './match-documents.js';
import { lineMismatches } from './match-lines.js';
import { identityMismatches, listFigures, numberMismatches } from './match-parties.js';

const RULE: CalculationRule = {
  id: 'customs.three-document-match',
  version: '2022-05',
  source: '海关总署公告2018年第194号: 订单、支付、物流信息与清单; 跨境电商统一版企业对接报文规范 (2022-05)',
};

export interface DocumentMatch extends Explained {
  /** Nothing disagrees and nothing is missing. */
  readonly matched: boolean;
  /** What the buyer owes: goods + freight + tax − discount. */
  readonly amountDue: Money;
  /** By rule, then by document, then by line. */
  readonly mismatches: readonly Mismatch[];
  readonly missing: readonly DocumentName[];
}

/**
 * 三单对碰: holds payment, waybill and list against the order, field by field. Two fields are compared only where both
 * documents give them; money must be CNY.
 * @throws InvalidInputError naming every fault
 */
export function threeDocumentMatch(documents: MatchDocuments): DocumentMatch {
  checkDocuments(documents);
  const missing = DOCUMENTS.filter((name) => documents[name] === undefined);
  const due = amountDue(documents.order);
  // In the order of MATCH_RULES.
  const mismatches = [
    ...numberMismatches(documents),
    ...orderMismatches(documents, due),
    ...identityMismatches(documents),
    ...lineMismatches(documents.order.lines, documents.list?.lines),
    ...listFigures(documents.list),
  ];
  const matched = mismatches.length === 0 && missing.length === 0;
  const steps = [step('amountDue', 'goodsValue + freight + taxTotal − discount', due)];
  return { matched, amountDue: due, mismatches, missing, rule: RULE, steps };
}

function checkDocuments({ order, payment, list }: MatchDocuments): void {
  const check = new InputCheck();
  const { goodsValue, freight, taxTotal, discount, actualPaid, lines = [] } = order;
  for (const [name, amount] of Object.entries({ goodsValue, freight, taxTotal, discount, actualPaid }))
    check.amount(amount, `/order/${name}`);
  lines.forEach(({ unitPrice, total }, place) => {
    check.amount(unitPrice, `/order/lines/${place}/unitPrice`);
    check.amount(total, `/order/lines/${place}/total`);
  });
  check.amount(payment?.amountPaid, '/payment/amountPaid');
  checkNamedOnce(check, order.lines, '/order/lines');
  checkNamedOnce(check, list?.lines, '/list/lines');
  check.done();
}

function checkNamedOnce(check: InputCheck, lines: readonly ListLine[] = [], pointer: string): void {
  const seen = new Set<number>();
  lines.forEach(({ lineNo }, place) => {
    check.that(!seen.has(lineNo), `${pointer}/${place}/lineNo`, 'duplicate', SAY.line_named_twice({ line: lineNo }));
    seen.add(lineNo);
  });
}
