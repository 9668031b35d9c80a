/** What a processing result (回执状态, returnStatus) of e-commerce customs says. */
export const RETURN_MEANINGS = [
  'staged',
  'declaring',
  'forwarded',
  'send_failed',
  'rejected',
  'stored',
  'reviewing',
  'concluded',
  'inspecting',
  'detained',
  'returned_abroad',
  'released',
  'cleared',
  'error',
  'other',
] as const;
export type ReturnMeaning = (typeof RETURN_MEANINGS)[number];

/** Source: 海关跨境统一版 2022-05, 回执状态. */
const MEANING: Readonly<Record<string, ReturnMeaning>> = {
  '1': 'staged', // 电子口岸已暂存
  '2': 'declaring', // 电子口岸申报中
  '3': 'forwarded', // 发送海关成功
  '4': 'send_failed', // 发送海关失败
  '100': 'rejected', // 海关退单
  '120': 'stored', // 海关入库
  '300': 'reviewing', // 人工审核
  '399': 'concluded', // 海关审结
  '500': 'inspecting', // 查验
  '501': 'detained', // 扣留移送通关
  '502': 'detained', // 扣留移送缉私
  '503': 'detained', // 扣留移送法规
  '599': 'detained', // 其它扣留
  '700': 'returned_abroad', // 退运
  '800': 'released', // 放行
  '899': 'cleared', // 结关
};

/** Numbers below zero are errors of processing; a number that we do not know means nothing to us. */
export function meaningOf(returnStatus: string): ReturnMeaning {
  const code = returnStatus.trim();
  return /^-\d+$/.test(code) ? 'error' : Object.hasOwn(MEANING, code) ? (MEANING[code] ?? 'other') : 'other';
}

/**
 * How far a result is along the way. Receipts come late, twice and out of order; only this rank decides, and it only grows. A
 * detention ranks with the inspection that led to it; that it was rejected or came to an error has none: it is no step.
 * @returns null where the result is no step along the way
 */
export function rankOfReturn(meaning: ReturnMeaning): number | null {
  return RANK[meaning] ?? null;
}

const RANK: Readonly<Partial<Record<ReturnMeaning, number>>> = {
  staged: 0,
  declaring: 1,
  forwarded: 2,
  stored: 3,
  reviewing: 4,
  inspecting: 5,
  detained: 5,
  concluded: 6,
  returned_abroad: 7,
  released: 8,
  cleared: 9,
};
