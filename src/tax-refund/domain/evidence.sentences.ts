import { sentences } from '../../kernel/sentence.js';

/** What evidence says to people. */
export const SAY = sentences('TAX_EVIDENCE', {
  no_such_document: { en: 'There is no such document', zh: '单证不存在' },
  no_such_pack: { en: 'There is no such evidence pack', zh: '备案单证包不存在' },
  body_expected: { en: 'Send the file itself as the body', zh: '请将文件本身作为请求体' },
  other_type: { en: 'The content is no {expected}', zh: '内容不是 {expected}' },
  shown_too_large: {
    en: 'A file to verify has at most {max} bytes; of a larger archive verify the hash',
    zh: '待核验文件不得超过 {max} 字节；更大的归档请按哈希核验',
  },
  too_many: { en: 'An order has at most {max} documents', zh: '每个订单最多 {max} 份单证' },
  document_kept: { en: 'Its export was filed, or a pack has it', zh: '该出口业务已申报，或已列入单证包' },
  pack_kept: { en: 'It is kept until {until}', zh: '保存至 {until}' },
  pack_held: { en: 'It is held: {reason}', zh: '已法律保全：{reason}' },
  not_filed: { en: 'The claim is {state}', zh: '申报状态为 {state}' },
});
