import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('PARTIES', {
  no_such_party: { en: 'There is no such party', zh: '主体不存在' },
  reference_taken: { en: 'Another party of yours has this reference', zh: '该参考号已用于其他主体' },
  buyer_abroad: { en: 'A buyer of an export is abroad', zh: '出口买方应在境外' },
  company_in_china: { en: 'A {kind} is a company in China', zh: '{kind} 应为中国境内企业' },
  buyers_unpaid: { en: 'kind buyer: we pay buyers nothing', zh: 'kind buyer（平台不向买方付款）' },
  customs_code: {
    en: 'A customs registration code has five digits, then five digits or capitals',
    zh: '海关注册编码为 5 位数字加 5 位数字或大写字母',
  },
  uscc: {
    en: 'A unified social credit code has 18 signs, without I, O, S, V and Z',
    zh: '统一社会信用代码为 18 位，不含 I、O、S、V、Z',
  },
});
