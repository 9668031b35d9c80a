import { type CebKind } from './kinds.js';

/** One processing result (回执状态) and what is said with it. */
export interface Result {
  readonly status: string;
  readonly info: string;
}

export const MAGIC_ERRORS: Readonly<Record<string, Result | undefined>> = {
  'SINGLE-LIMIT': { status: '-621005', info: '商品总价超过单次交易限值' },
  QUOTA: { status: '-621018', info: '购买人已用购买额度，本次购买将超过年度限值' },
  DUPLICATE: { status: '-301010', info: '已存在相同编号的订单' },
};

const DECLARING: Result = { status: '2', info: '电子口岸申报中' };
const STORED: Result = { status: '120', info: '海关入库' };
const CONCLUDED: Result = { status: '399', info: '海关审结' };
const RELEASED: Result = { status: '800', info: '放行' };
export const CLEARED: Result = { status: '899', info: '结关' };
const REJECTED: Result = { status: '100', info: '海关退单：申报信息不符，请核对后重新申报' };
const MISMATCHED: Result = { status: '100', info: '海关退单：三单比对不符' };

/**
 * What customs says to a record, one after the other.
 * @param first whether no record of this number came before: `REJECT` sends back the first alone
 */
export function courseOf(
  { course, direction }: CebKind,
  words: readonly string[],
  { isFirst, mismatch }: { readonly isFirst: boolean; readonly mismatch: boolean },
): readonly Result[] {
  if (mismatch) return [DECLARING, MISMATCHED];
  if (words.includes('REFUSE') || (words.includes('REJECT') && isFirst)) return [DECLARING, REJECTED];
  if (words.includes('SEND-FAILED')) return [{ status: '4', info: '发送海关失败' }];
  if (course === 'document') return [DECLARING, STORED];
  if (course === 'application') return [DECLARING, STORED, CONCLUDED];
  return [DECLARING, STORED, ...examination(words), ...ending(words, direction)];
}

function examination(words: readonly string[]): readonly Result[] {
  return [
    ...(words.includes('REVIEW') ? [{ status: '300', info: '转人工审核' }] : []),
    ...(words.includes('INSPECT') || words.includes('DETAIN') ? [{ status: '500', info: '查验' }] : []),
  ];
}

/** What is exported is cleared when it has left (CEB509Message); what is held waits for somebody to withdraw it. */
function ending(words: readonly string[], direction: CebKind['direction']): readonly Result[] {
  if (words.includes('HOLD')) return [];
  if (words.includes('DETAIN')) return [{ status: '501', info: '扣留移送通关' }];
  if (words.includes('RETURNED')) return [{ status: '700', info: '退运' }];
  return direction === 'export' ? [RELEASED] : [RELEASED, CLEARED];
}
