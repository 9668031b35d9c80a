import { sentences } from '../../kernel/sentence.js';

/** What is found where a declaration is held against tables, order and booking. */
export const SAY = sentences('CUSTOMS_VALIDATION', {
  code_ended: { en: '{hsCode} was in force until {day}', zh: '{hsCode} 有效期至 {day}' },
  unit_of_code: {
    en: '{hsCode} is declared in unit {expected}, not {found}',
    zh: '{hsCode} 的法定计量单位为 {expected}，填报为 {found}',
  },
  elements_missing: {
    en: '{given} of {demanded} given; missing: {missing}',
    zh: '应填 {demanded} 项，已填 {given} 项；缺少：{missing}',
  },
  condition_of_code: { en: '{hsCode}: {letter}, {name}', zh: '{hsCode} 的监管条件：{letter} {name}' },
  two_quantities: {
    en: '{one} in unit {unit} beside {other} in unit {otherUnit}',
    zh: '{one}（单位 {unit}）与 {other}（单位 {otherUnit}）不一致',
  },
  quantity_in_unit: { en: '{quantity} in unit {unit}', zh: '{quantity}（单位 {unit}）' },
  kilograms_beside_net: {
    en: '{quantity} kg beside {net} kg net',
    zh: '法定第二数量 {quantity} 千克，净重 {net} 千克',
  },
  licences_max: { en: '{count} licences, {max} fit', zh: '共 {count} 份，最多 {max} 份' },
  levy_beside_mode: { en: '{levy} under {mode}', zh: '征免性质 {levy}，监管方式 {mode}' },
  other_charges: {
    en: 'Mark {mark}, rate {rate}, currency {currency}',
    zh: '标志 {mark}，费率 {rate}，币制 {currency}',
  },
  term_without_it: { en: '{incoterm} does not include it', zh: '{incoterm} 不含该费用' },
  term_with_it: { en: 'A price {incoterm} includes it', zh: '{incoterm} 价格已含该费用' },
  port_and_office: { en: 'Port {port}, office {exitOffice}', zh: '口岸 {port}，关别 {exitOffice}' },
  port_and_country: { en: 'Port {port}, country {country}', zh: '港口 {port}，国家（地区）{country}' },
  container_should_end: { en: '{number} should end in {digit}', zh: '{number} 的校验位应为 {digit}' },
  not_given: { en: 'Not given', zh: '未填写' },
  line_of_order: { en: 'Line {line}, {goodsName}', zh: '第 {line} 行，{goodsName}' },
  beside_order: { en: '{found}; the order has {expected}', zh: '{found}，订单为 {expected}' },
  parts_max: { en: '{count} of {part}, {max} fit', zh: '{part} 共 {count} 项，最多 {max} 项' },
  fields_missing: { en: '{part} without {names}', zh: '{part} 缺少 {names}' },
  item_of_part: { en: '{part} of item {item}', zh: '{part} 对应第 {item} 项商品' },
  items_of_container: { en: 'Items {items}', zh: '商品项 {items}' },
  loaded_of_gross: { en: '{loaded} kg in containers, {gross} kg gross', zh: '箱货共 {loaded} 千克，毛重 {gross} 千克' },
  characters: { en: '{length} characters', zh: '{length} 个字符' },
  no_field_of_part: { en: '{part} has no element {field}', zh: '{part} 没有要素 {field}' },
  part_of_item: { en: '{part} belongs to an item: give itemNumber', zh: '{part} 属于商品项，请填写 itemNumber' },
  part_of_head: { en: '{part} belongs to no item', zh: '{part} 不属于商品项，请勿填写 itemNumber' },
  parts_not_amended: {
    en: 'The message of an amendment has no place for these parts: withdraw the declaration, and declare it anew',
    zh: '修改申请报文不含这些部分，请撤单后重新申报',
  },
  beside_booking: { en: '{found}; the booking has {expected}', zh: '{found}，订舱为 {expected}' },
});
