import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('ORDERS', {
  product_says: { en: 'The product says this', zh: '由商品档案填写' },
  refund_code: {
    en: 'A code of the refund library begins with the HS code {hsCode}',
    zh: '退税率文库商品代码须以商品编码 {hsCode} 开头',
  },
  small_scale: {
    en: 'The seller is a small-scale taxpayer: its exports are exempt, nothing is refunded; use the mode none',
    zh: '卖方为小规模纳税人：出口免税不退税，请使用 none',
  },
  or_product: { en: 'Needed, unless the line names a product', zh: '未指定商品时必填' },
  no_such_product: { en: 'There is no such product', zh: '不存在该商品' },
  product_not_approved: {
    en: 'No version of product {reference} has been approved',
    zh: '商品 {reference} 尚无已审批的版本',
  },
  no_such_order: { en: 'There is no such order', zh: '订单不存在' },
  binding: { en: 'The order is binding on {tracks}', zh: '订单在以下环节已不可撤销：{tracks}' },
  reference_taken: { en: 'Another order of yours has this reference', zh: '该参考号已用于其他订单' },
  premium_below_price: { en: 'The premium must be less than the price', zh: '保险费必须低于价格' },
  freight_within_price: {
    en: 'The freight must not exceed the price that contains it',
    zh: '运费不得超过包含运费的价格',
  },
  fob_above_zero: { en: 'The FOB value must be more than zero', zh: '离岸价必须大于零' },
  cif_less_charges: {
    en: 'CIF less freight and insurance must be more than zero',
    zh: '到岸价扣除运费和保险费后必须大于零',
  },
  export_value_foreign: { en: 'The export value is in a foreign currency', zh: '出口金额应为外币' },
  no_such_seller: { en: 'There is no seller with this id', zh: '不存在该 id 的卖方' },
  no_such_buyer: { en: 'There is no buyer with this id', zh: '不存在该 id 的买方' },
  trading_only: {
    en: 'Only a trading company can claim the refund on its purchases (免退税)',
    zh: '仅外贸企业可办理免退税',
  },
  manufacturer_only: {
    en: 'Only a manufacturer can claim by this mode (免抵退税, 代办退税)',
    zh: '仅生产企业可按此方式退税（免抵退税、代办退税）',
  },
  planned_at_par: { en: 'An order in CNY is planned at 1', zh: '人民币订单的计划汇率为 1' },
  channel_not_offered: {
    en: 'Orders are declared as general trade (0110), market purchase (1039), or e-commerce to businesses (9710) or to a warehouse abroad (9810); parcels are no orders, and processing is not offered',
    zh: '订单按一般贸易（0110）、市场采购（1039）、跨境电商B2B直接出口（9710）或出口海外仓（9810）申报；跨境电商包裹不走订单，暂不支持加工贸易',
  },
  no_refund_in_channel: {
    en: 'Exports under {channel} are exempt from VAT: nothing is refunded, say `none`',
    zh: '{channel} 出口免征增值税，不予退税，请填 `none`',
  },
  nothing_to_advance: { en: 'Without a refund there is nothing to advance', zh: '没有退税则无可垫付' },
  incoterm_sea_only: {
    en: '{incoterm} is for transport by sea only (Incoterms 2020); by {mode} use FCA, CPT or CIP',
    zh: '{incoterm} 仅适用于海运（Incoterms 2020）；{mode} 运输请使用 FCA、CPT 或 CIP',
  },
  leaves_from_china: { en: 'An export leaves from a port in China', zh: '出口货物应从中国口岸离境' },
  goes_abroad: { en: 'An export goes abroad', zh: '出口目的国应为境外' },
  say_fcl_or_lcl: {
    en: 'Say whether we book full containers (fcl) or space in one (lcl)',
    zh: '请说明整箱（fcl）或拼箱（lcl）',
  },
  sea_only: {
    en: 'We book sea freight only; for other modes say freight.by = other',
    zh: '平台仅代订海运；其他运输方式请填写 freight.by = other',
  },
  containers_needed: { en: 'Full containers need their size-type and count', zh: '整箱须填写箱型和箱量' },
  containers_fcl_only: { en: 'Containers go with mode fcl only', zh: '仅整箱（fcl）可填写集装箱' },
  not_a_size_type: {
    en: 'Not an ISO 6346 size-type code such as 22G1 ({reason})',
    zh: '不是 ISO 6346 箱型代码，例如 22G1（{reason}）',
  },
  say_carriage: {
    en: 'Under {incoterm} the price contains the carriage: say how much it is',
    zh: '{incoterm} 价格包含运费，请填写运费金额',
  },
  buyer_pays_carriage: { en: 'Under {incoterm} the buyer pays the carriage', zh: '{incoterm} 条件下由买方支付运费' },
  say_insurance: {
    en: 'Under {incoterm} the price contains the insurance: say how much it is',
    zh: '{incoterm} 价格包含保险费，请填写保险费金额',
  },
  seller_insures_nothing: { en: 'Under {incoterm} the seller insures nothing', zh: '{incoterm} 条件下卖方不投保' },
  charge_currency: {
    en: "A charge is in the order's currency ({currency}) or in CNY",
    zh: '费用币种应为订单币种（{currency}）或人民币',
  },
  net_above_gross: { en: 'The net weight is more than the gross weight', zh: '净重大于毛重' },
  chapters: { en: 'HS chapters run from 01 to 97', zh: '商品编码的章号为 01 至 97' },
  second_pair: { en: 'The second legal quantity and its unit go together', zh: '法定第二数量与第二单位须同时填写' },
  order_currency: { en: 'The order is in {currency}', zh: '订单币种为 {currency}' },
  value_above_zero: { en: 'The value must be more than zero', zh: '数值必须大于零' },
  total_mismatch: {
    en: 'The total must be quantity × unit price, here {product} {currency}, within {tolerance}',
    zh: '总价应等于数量 × 单价，此处为 {product} {currency}，允许误差 {tolerance}',
  },
  cif_or_cfr: { en: 'cif or cfr', zh: 'cif 或 cfr' },
});
