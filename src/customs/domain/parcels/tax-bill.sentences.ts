import { sentences } from '../../../kernel/sentence.js';

/** What is said of tax bills of retail imports. */
export const SAY = sentences('PARCEL_TAX_BILLS', {
  no_such_bill: { en: 'There is no such tax bill', zh: '电子税单不存在' },
  duty_differs: {
    en: 'Customs levies {levied} CNY of duty; {reckoned} CNY was reckoned',
    zh: '海关应征关税 {levied} 元，测算为 {reckoned} 元',
  },
  consumption_tax_differs: {
    en: 'Customs levies {levied} CNY of consumption tax; {reckoned} CNY was reckoned',
    zh: '海关应征消费税 {levied} 元，测算为 {reckoned} 元',
  },
  vat_differs: {
    en: 'Customs levies {levied} CNY of VAT; {reckoned} CNY was reckoned',
    zh: '海关应征增值税 {levied} 元，测算为 {reckoned} 元',
  },
});
