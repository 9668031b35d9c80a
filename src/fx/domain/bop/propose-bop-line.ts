import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { BOP_CODES_SOURCE } from './bop-codes.js';

const RULE: CalculationRule = { id: 'fx.bop-code', version: '2014-05-01', source: BOP_CODES_SOURCE };

/** Words that the bank looks for in the remark of a transaction (交易附言). */
export const BOP_REMARKS = { refund: '退', advance: '预收', bonded: '保税' } as const;

/** Supervision modes of customs and the transaction that their goods are; others in customs statistics are 121990. */
const BY_MODE: Readonly<Record<string, string>> = {
  '0110': '121010',
  '0615': '121020',
  '0715': '121020',
  '0214': '221000',
  '1210': '121030',
  '1233': '121030',
  '1234': '121030',
  '5034': '121030',
  '4019': '121080',
  '3422': '121090',
};
const USUAL = '121010';
const OTHER_MODE = '121990';

export interface ReceiptFacts {
  /** Of the order's export as customs has it; null while there is none. */
  readonly supervisionMode: string | null;
  /** The payer takes back, or is given back, what was paid before. */
  readonly isRefund: boolean;
  readonly isBonded: boolean;
}

export interface ProposedBopLine extends Explained {
  readonly code: string;
  readonly remark: string;
}

/**
 * Which transaction a receipt is, as far as facts say: the supervision mode of its export; general trade paid in advance
 * (预收) where nothing is exported yet. A person may say otherwise.
 */
export function proposeBopLine({ supervisionMode, isRefund, isBonded }: ReceiptFacts): ProposedBopLine {
  const code = supervisionMode === null ? USUAL : (BY_MODE[supervisionMode] ?? OTHER_MODE);
  const bonded = isBonded || code === '121030';
  const words = [
    ...(isRefund ? [BOP_REMARKS.refund] : []),
    ...(supervisionMode === null && !isRefund ? [BOP_REMARKS.advance] : []),
    ...(bonded ? [BOP_REMARKS.bonded] : []),
  ];
  const remark = words.join(' ');
  return {
    code,
    remark,
    rule: RULE,
    steps: [
      step('code', `by supervision mode ${supervisionMode ?? 'none yet'}`, code),
      step('remark', 'refund 退, nothing exported yet 预收, bonded 保税', remark === '' ? 'none' : remark),
    ],
  };
}
