import { sentences } from '../../../kernel/sentence.js';

/** What imports say to people. */
export const SAY_OF_IMPORTS = sentences('CUSTOMS_IMPORT', {
  no_such_importer: { en: 'There is no such party', zh: '该主体不存在' },
  importer_not_registered: {
    en: 'The party has no credit code or no customs registration: enter both with it',
    zh: '该主体缺少统一社会信用代码或海关注册编码，请先补充',
  },
  product_not_approved: { en: 'There is no approved version of that product', zh: '该商品尚无已审批的版本' },
  no_product: { en: 'Needed where no product is named', zh: '未指定商品时必填' },
  approve_declaring: {
    en: 'Declare import {reference}: {items} items of {total} from {consignor} ({country}), attempt {attempt}',
    zh: '申报进口 {reference}：{items} 项商品，货值 {total}，发货人 {consignor}（{country}），第 {attempt} 次',
  },
});
