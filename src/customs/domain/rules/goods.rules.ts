import { error, warning, type FormRule } from './form-rule.js';
import { ELEMENTS, STATUTORY_UNITS, SUPERVISION, TARIFF } from './sources.js';

/** Of what is known of the HS code on the day, and of quantities among themselves. */
export const GOODS_RULES = {
  hs_code_ended: error(
    '/items/{i}/hsCode',
    { en: 'The HS code does not exist any more', zh: '商品编号已停用' },
    { en: 'Give the code of the tariff in force', zh: '请填写现行税则的商品编号' },
    TARIFF,
  ),
  first_unit_of_code: error(
    '/items/{i}/firstUnit',
    { en: 'The HS code has another first statutory unit', zh: '法定第一计量单位与商品编号不符' },
    { en: 'Declare the first quantity in the unit of the code', zh: '请按该商品编号的法定第一计量单位填报' },
    STATUTORY_UNITS,
  ),
  second_unit_of_code: error(
    '/items/{i}/secondUnit',
    { en: 'The second statutory unit is not that of the HS code', zh: '法定第二计量单位与商品编号不符' },
    {
      en: 'Give quantity and unit as the code demands them, or neither where it has one unit',
      zh: '请按该商品编号填报；无法定第二计量单位的不填',
    },
    STATUTORY_UNITS,
  ),
  elements_of_code: warning(
    '/items/{i}/declarationElements',
    { en: 'Elements that the HS code demands are missing', zh: '申报要素少于商品编号所要求' },
    {
      en: 'Give a value for each, in the order of the code; GET /v1/reference/hs-codes/{code} lists them',
      zh: '请按顺序逐项填写，要素见 GET /v1/reference/hs-codes/{code}',
    },
    ELEMENTS,
  ),
  licence_missing: error(
    '/licences',
    { en: 'The HS code demands a licence that is not given', zh: '缺少该商品编号要求的监管证件' },
    {
      en: 'Give the licence by PATCH in licences, an import or export licence in LicenseNo as well',
      zh: '请在 licences 中填报监管证件；进出口许可证亦可填 LicenseNo',
    },
    SUPERVISION,
  ),
  export_prohibited: error(
    '/items/{i}/hsCode',
    { en: 'Goods of this code may not be exported', zh: '该商品禁止出口' },
    { en: 'Check the classification; there is no licence for it', zh: '请核对归类；禁止出口商品无证可办' },
    SUPERVISION,
  ),
  quantities_inconsistent: error(
    '/items/{i}/firstQuantity, secondQuantity',
    { en: 'Two quantities contradict each other', zh: '两个数量相互矛盾' },
    {
      en: 'Quantities in the same unit, or in units of one measure, say the same',
      zh: '同一单位或同类计量单位的数量应一致',
    },
  ),
  second_quantity_differs: warning(
    '/items/{i}/secondQuantity',
    { en: 'Second quantity in kilograms differs from the net weight', zh: '法定第二数量（千克）与净重不符' },
    { en: 'Give the net weight of the item', zh: '请按净重填报' },
  ),
  whole_number: warning(
    '/items/{i}/quantity, firstQuantity, secondQuantity',
    { en: 'Things that are counted are not whole', zh: '计件单位的数量不是整数' },
    { en: 'Give a whole number, or another unit', zh: '请填写整数或改用其他单位' },
  ),
  goods_name_not_chinese: warning(
    '/items/{i}/goodsName',
    { en: 'The name of the goods is not in Chinese', zh: '商品名称未使用中文' },
    {
      en: 'Give the Chinese name; the other one belongs to goodsNameEn',
      zh: '请填写规范的中文商品名称，外文名填 goodsNameEn',
    },
  ),
} as const satisfies Record<string, FormRule>;
