import { type Said } from '../../kernel/sentence.js';
import { BOOKING_RULES } from './rules/booking.rules.js';
import { GOODS_RULES } from './rules/goods.rules.js';
import { IMPORT_RULES } from './rules/imports.rules.js';
import { ITEM_RULES } from './rules/items.rules.js';
import { ORDER_FILING_RULES } from './rules/order-filings.rules.js';
import { ORDER_RULES } from './rules/order.rules.js';
import { PAPER_RULES } from './rules/papers.rules.js';
import { PARTY_RULES } from './rules/parties.rules.js';
import { ROUTE_RULES } from './rules/route.rules.js';
import { TABLE_RULES } from './rules/tables.rules.js';
import { TERM_RULES } from './rules/terms.rules.js';
import { type Severity } from './rules/form-rule.js';

/** A breach of a rule. Errors keep the declaration from leaving; warnings do not. */
export interface Finding {
  /** JSON pointer into the declaration. */
  readonly pointer: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What was found, with the values. */
  readonly detail: Said;
}

/** Every rule that a declaration is held against. */
export const RULES = {
  ...PARTY_RULES,
  ...ROUTE_RULES,
  ...TERM_RULES,
  ...ITEM_RULES,
  ...PAPER_RULES,
  ...TABLE_RULES,
  ...GOODS_RULES,
  ...IMPORT_RULES,
  ...ORDER_RULES,
  ...ORDER_FILING_RULES,
  ...BOOKING_RULES,
} as const;
export type RuleId = keyof typeof RULES;

/** Notes breaches as they are found. */
export class Findings {
  readonly all: Finding[] = [];

  /**
   * @param severity where the rule's own would say too much
   * @returns holds, so that a check can stand on another
   */
  unless(
    holds: boolean,
    rule: RuleId,
    pointer: string,
    detail: Said,
    severity: Severity = RULES[rule].severity,
  ): boolean {
    if (!holds) this.all.push({ pointer, rule, severity, detail });
    return holds;
  }
}

export function errorsAmong(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
