import { error, warning, type FormRule } from './form-rule.js';
import { CODE_TABLES, ELEMENTS, MARKET_PURCHASE, MESSAGE_FORMAT, SMALL_WEIGHTS, TARIFF } from './sources.js';

/** Of the items, as the form alone shows. */
export const ITEM_RULES = {
  too_many_items: error(
    '/items',
    { en: 'More than 50 items', zh: '商品项数超过50项' },
    {
      en: 'Enter another declaration for the rest: one takes 50 items. An order is split by itself',
      zh: '请将其余商品另行录入一份报关单：每份最多50项商品；订单会自动拆分',
    },
    MESSAGE_FORMAT,
  ),
  value_limit: error(
    '/items',
    { en: 'The value is above the limit of the supervision mode', zh: '货值超过该监管方式限额' },
    { en: 'Split the shipment, or sell it as general trade (0110)', zh: '请分单申报，或改按一般贸易（0110）' },
    MARKET_PURCHASE,
  ),
  value_limit_in_usd: warning(
    '/currency',
    { en: 'The limit of the supervision mode is in another currency', zh: '该监管方式限额以其他币种计' },
    { en: 'See that it is kept at the rate of the day of declaration', zh: '请按申报日汇率核对是否超限' },
    MARKET_PURCHASE,
  ),
  no_items: error(
    '/items',
    { en: 'No items', zh: '没有商品' },
    { en: 'Declare at least one item', zh: '至少填报一项商品' },
  ),
  hs_code_format: error(
    '/items/{i}/hsCode',
    { en: 'An HS code has ten digits', zh: '商品编号为10位数字' },
    { en: 'Give the ten-digit code of the tariff in force', zh: '请填写现行税则的10位商品编号' },
  ),
  hs_chapter_unknown: error(
    '/items/{i}/hsCode',
    { en: 'There is no such HS chapter', zh: '商品编号的章不存在' },
    { en: 'Chapters run from 01 to 97, without 77', zh: '章号为01至97（77除外）' },
    TARIFF,
  ),
  elements_required: error(
    '/items/{i}/declarationElements',
    { en: 'The declaration elements are missing', zh: '缺少申报要素' },
    { en: 'Join the elements of the HS code with | in their order', zh: '请按商品编号要求的顺序用“|”连接申报要素' },
    ELEMENTS,
  ),
  elements_incomplete: warning(
    '/items/{i}/declarationElements',
    { en: 'The declaration elements look incomplete', zh: '申报要素可能不完整' },
    {
      en: 'Brand type (0-4) and export preference (0-2) come first or after the name',
      zh: '请填写品牌类型（0-4）和出口享惠情况（0-2）',
    },
    ELEMENTS,
  ),
  goods_name_required: error(
    '/items/{i}/goodsName',
    { en: 'The name of the goods is missing', zh: '缺少商品名称' },
    { en: 'Give the Chinese name as in the contract', zh: '请填写规范的中文商品名称' },
  ),
  unit_format: error(
    '/items/{i}/unit, firstUnit, secondUnit',
    { en: 'A unit is a code of three digits', zh: '计量单位为3位数字代码' },
    { en: 'Give the code of the unit table, such as 035 for kilograms', zh: '请填写计量单位代码，如035（千克）' },
    MESSAGE_FORMAT,
  ),
  unit_unknown: warning(
    '/items/{i}/unit, firstUnit, secondUnit',
    { en: 'The unit is not in our table', zh: '计量单位不在本系统代码表内' },
    { en: 'Check it against the official table', zh: '请核对官方计量单位代码表' },
    CODE_TABLES,
  ),
  quantity_required: error(
    '/items/{i}/quantity, firstQuantity, secondQuantity',
    { en: 'A quantity must be more than zero', zh: '数量必须大于零' },
    { en: 'Give the quantity in this unit, with at most five decimals', zh: '请填写该单位的数量，最多5位小数' },
  ),
  second_unit_incomplete: error(
    '/items/{i}/secondQuantity, secondUnit',
    { en: 'Second quantity and second unit go together', zh: '第二数量与第二单位须同时填报' },
    { en: 'Give both, or neither where the HS code has one unit only', zh: '请同时填写或同时不填' },
  ),
  first_quantity_differs: warning(
    '/items/{i}/firstQuantity',
    { en: 'First quantity in kilograms differs from the net weight', zh: '法定第一数量（千克）与净重不符' },
    { en: 'Give the net weight of the item', zh: '请按净重填报' },
  ),
  price_total_mismatch: error(
    '/items/{i}/total',
    { en: 'Price times quantity is not the total', zh: '单价乘数量与总价不符' },
    {
      en: 'They may differ by a cent, and half of the fourth decimal per unit',
      zh: '允许误差为0.01及单价第四位小数的一半乘数量',
    },
  ),
  price_required: error(
    '/items/{i}/unitPrice',
    { en: 'Price and total must be more than zero', zh: '单价和总价必须大于零' },
    { en: 'Give the price agreed; for free goods, their value', zh: '请填写成交价格；无成交价格的填报货值' },
  ),
  one_currency: error(
    '/items/{i}/total',
    { en: 'Items are in different currencies', zh: '商品币制不一致' },
    { en: 'A declaration has one currency', zh: '一份报关单只能使用一种币制' },
  ),
  weight_required: error(
    '/netWeightKg, /grossWeightKg',
    { en: 'A weight must be more than zero', zh: '重量必须大于零' },
    {
      en: 'Below 1 kg it is declared with two decimals, 0.01 at least (since 2024-04-10)',
      zh: '不足1千克的按两位小数填报，至少0.01',
    },
    SMALL_WEIGHTS,
  ),
  net_over_gross: error(
    '/netWeightKg, /items/{i}/netWeightKg',
    { en: 'Net weight is more than gross weight', zh: '净重大于毛重' },
    { en: 'Gross weight includes the packing', zh: '毛重应包括包装材料重量' },
  ),
  packages_required: error(
    '/packages',
    { en: 'The number of packages is missing', zh: '缺少件数' },
    { en: 'It is never zero; unpacked goods count 1', zh: '不得填报为零，裸装货物填报为1' },
  ),
  package_type_unknown: error(
    '/items/{i}/packageType',
    { en: 'There is no such package type', zh: '包装种类代码不存在' },
    { en: 'Give a code of the package table, such as 22 for cartons', zh: '请填写包装种类代码，如22（纸箱）' },
    CODE_TABLES,
  ),
  district_format: error(
    '/items/{i}/sourceDistrict',
    { en: 'A source district has five digits', zh: '境内货源地代码为5位数字' },
    { en: 'Give the district where the goods were made, such as 33029', zh: '请填写境内货源地代码，如33029' },
  ),
} as const satisfies Record<string, FormRule>;
