import { type Decimal } from '../../../kernel/decimal.js';
import { type InputCheck } from '../../../kernel/input-check.js';
import { type Money } from '../../../kernel/money.js';
import { type WeighedPieces } from '../consignment.js';
import { type GoodsNature, type ModeRule, standingOf } from '../offers/mode-rule.js';
import { SAY_CONSIGNMENT as SAY } from './consignment.sentences.js';

/** Papers that go with what is not carried without them. */
export const PAPERS = ['un38_3_summary', 'dangerous_goods_declaration'] as const;
export type Paper = (typeof PAPERS)[number];

/** Category of the item, as CN 22 and CN 23 have it. */
export const CONTENTS = ['merchandise', 'sample', 'gift', 'documents', 'returned_goods', 'other'] as const;
export type Contents = (typeof CONTENTS)[number];

/** Who sends it, or who is to have it. */
export interface ConsignmentParty {
  readonly name: string;
  readonly address: string;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string | null;
}

/** One line of the customs declaration that goes with it. */
export interface DeclaredGoods {
  readonly description: string;
  readonly hsCode: string | null;
  readonly quantity: Decimal;
  readonly value: Money;
  readonly netKg: Decimal;
  /** ISO 3166-1 alpha-2. */
  readonly originCountry: string;
}

/** All that is to be sent, before it leaves. */
export interface ConsignmentFacts {
  readonly rule: ModeRule;
  readonly pieces: readonly WeighedPieces[];
  readonly grossKg: Decimal;
  readonly nature: GoodsNature;
  readonly papers: readonly Paper[];
  readonly contents: Contents;
  readonly sender: ConsignmentParty | null;
  readonly recipient: ConsignmentParty | null;
  readonly goods: readonly DeclaredGoods[];
  /** Countries of the two ends of the comparison. */
  readonly from: string;
  readonly to: string;
}

/** So many labels fit into one file. */
export const PACKAGES_MAX = 200;

/**
 * Everything that the courier would send back, each with its place in the request. What is wrong with the pieces stands at
 * `/comparisonId`, where they come from: the rules of the way on the day of departure may be stricter than they were when it
 * was offered.
 */
export function checkConsignment(check: InputCheck, facts: ConsignmentFacts): void {
  checkParty(check, '/sender', facts.sender, facts.from);
  checkParty(check, '/recipient', facts.recipient, facts.to);
  checkPieces(check, facts);
  checkPapers(check, facts);
  checkGoods(check, facts);
}

function checkParty(check: InputCheck, at: string, party: ConsignmentParty | null, country: string): void {
  if (!check.that(party !== null, at, 'required', SAY.party_needed)) return;
  check.that(party?.country === country, `${at}/country`, 'misfit', SAY.other_country({ country }));
  for (const field of ['name', 'address'] as const) {
    check.that(party?.[field].trim() !== '', `${at}/${field}`, 'blank', SAY.nothing_said);
  }
}

function checkPieces(check: InputCheck, { rule, pieces, nature }: ConsignmentFacts): void {
  for (const refusal of standingOf(rule, pieces, nature).refusals) {
    check.that(false, '/comparisonId', 'not_taken', refusal);
  }
  const packages = pieces.reduce((sum, { count }) => sum + count, 0);
  const fits = packages <= PACKAGES_MAX;
  check.that(fits, '/comparisonId', 'too_many', SAY.too_many_packages({ max: PACKAGES_MAX }));
}

/** Batteries want the test summary of the UN Manual of Tests and Criteria, 38.3; dangerous goods their declaration. */
function checkPapers(check: InputCheck, { rule, nature, papers }: ConsignmentFacts): void {
  const needs = (paper: Paper, source: string): void => {
    check.that(papers.includes(paper), '/papers', 'missing', SAY.paper_needed({ paper, source }));
  };
  const { batteries, unNumber } = nature;
  if (batteries !== null && rule.batteries[batteries] === 'declared') needs('un38_3_summary', rule.batteriesSource);
  if (unNumber !== null && rule.dangerous === 'declared') needs('dangerous_goods_declaration', rule.source);
}

/** Samples and gifts may go without an HS code; what is sold may not. */
function checkGoods(check: InputCheck, { goods, contents, grossKg }: ConsignmentFacts): void {
  if (!check.that(goods.length > 0, '/goods', 'required', SAY.goods_needed)) return;
  const currency = goods[0]?.value.currency;
  goods.forEach(({ description, hsCode, quantity, value, netKg }, index) => {
    const at = `/goods/${index}`;
    check.that(description.trim() !== '', `${at}/description`, 'blank', SAY.nothing_said);
    check.that(hsCode !== null || contents !== 'merchandise', `${at}/hsCode`, 'required', SAY.hs_needed);
    check.positive(quantity, `${at}/quantity`);
    check.positive(netKg, `${at}/netKg`);
    check.amount(value, `${at}/value`);
    check.that(value.currency === currency, `${at}/value`, 'currency_mismatch', SAY.one_currency);
  });
  const net = goods.reduce((sum, { netKg }) => sum.plus(netKg), grossKg.minus(grossKg));
  const weights = { net: net.toFixed(), gross: grossKg.toFixed() };
  check.that(net.lessThanOrEqualTo(grossKg), '/goods', 'net_above_gross', SAY.net_above_gross(weights));
}
