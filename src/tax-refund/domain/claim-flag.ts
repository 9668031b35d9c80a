import { type Guidance } from '../../kernel/domain-error.js';
import { type Bilingual } from '../../kernel/sentence.js';
import { ABNORMAL_MEANINGS, meaningFor } from './abnormal.js';
import { CLAIM_MACHINE, type ClaimState } from './claim-status.js';

/** What can become known of an invoice after a claim stands on it. */
export const CLAIM_FLAGS = {
  invoice_red_flushed: { en: 'An invoice behind the claim was taken back (红字)', zh: '申报所用发票已被红字冲销' },
  invoice_refused: { en: 'An invoice behind the claim did not pass its check (查验)', zh: '申报所用发票查验未通过' },
  invoice_abnormal: { en: 'An invoice behind the claim is on an abnormal list', zh: '申报所用发票已列入异常名单' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type FlagRule = keyof typeof CLAIM_FLAGS;

const BEFORE_BUREAU: Bilingual = {
  en: 'Abandon the claim (POST /v1/tax-refund/claims/{id}/abandonment), give other invoices, and it is matched anew',
  zh: '请放弃该申报（POST /v1/tax-refund/claims/{id}/abandonment），补充其他发票后重新匹配',
};
const CORRECTED: Bilingual = {
  en: 'The bureau has the claim: it is corrected there, see its `corrections`; where there is none, open one (POST …/claims/{id}/corrections)',
  zh: '税务机关已收到该申报：已自动开具更正申报，见 corrections；如无，请提交更正（POST …/claims/{id}/corrections）',
};
const AT_BUREAU: Bilingual = {
  en: 'The bureau has the claim: correct it there, and pay back what was refunded for this invoice',
  zh: '税务机关已收到该申报：请更正申报，并退回该发票对应的已退税款',
};

/** What must happen: what the bureau does not have is given up and made anew, what it has is corrected. */
export function flagGuidance(rule: FlagRule, state: ClaimState): Guidance {
  const title = CLAIM_FLAGS[rule];
  if (rule === 'invoice_abnormal') return { title, fix: ABNORMAL_MEANINGS[meaningFor(state)] };
  const atBureau = rule === 'invoice_red_flushed' ? CORRECTED : AT_BUREAU;
  return { title, fix: CLAIM_MACHINE.allows(state, 'abandon') ? BEFORE_BUREAU : atBureau };
}
