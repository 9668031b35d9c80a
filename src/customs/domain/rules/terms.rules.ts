import { error, warning, type FormRule } from './form-rule.js';

/** Of the trade term, currency and charges. */
export const TERM_RULES = {
  currency_not_listed: error(
    '/currency',
    { en: 'Customs does not take this currency', zh: '币制不在海关货币代码表内' },
    {
      en: 'Convert to a currency of the table at the rate of the day of declaration',
      zh: '请按申报日折算率折算成代码表列明的货币',
    },
  ),
  incoterm_unknown: error(
    '/incoterm',
    { en: 'The Incoterm has no customs trade term', zh: '无对应的成交方式' },
    { en: 'Use an Incoterm of 2020', zh: '请使用2020年国际贸易术语' },
  ),
  freight_required: error(
    '/freightCharge',
    { en: 'The price includes freight, which must be declared', zh: '成交方式要求填报运费' },
    { en: 'Give freightCharge: from loading on', zh: '请填写freightCharge（装载后的运输费用）' },
  ),
  insurance_required: error(
    '/insuranceCharge',
    { en: 'The price includes insurance, which must be declared', zh: '成交方式要求填报保险费' },
    { en: 'Give insuranceCharge', zh: '请填写insuranceCharge' },
  ),
  charge_currency: error(
    '/freightCharge, /insuranceCharge',
    { en: 'A charge is in another currency than the goods', zh: '运保费币制与成交币制不一致' },
    { en: 'State freight and insurance in the currency of the declaration', zh: '请用成交币制填报运费、保险费' },
  ),
  charges_exceed_value: error(
    '/freightCharge',
    { en: 'Freight and insurance are more than the goods', zh: '运费和保险费超过货值' },
    { en: 'Check charges and prices: nothing would be left of the FOB value', zh: '请核对运保费和货值' },
  ),
  charge_not_in_term: warning(
    '/freightCharge, /insuranceCharge',
    { en: 'The price does not include this charge', zh: '成交方式不含该费用' },
    {
      en: 'It is not declared under this term; take it away, or check the term',
      zh: '该成交方式下不填报，请删除或核对成交方式',
    },
  ),
} as const satisfies Record<string, FormRule>;
