import { error, warning, type FormRule } from './form-rule.js';
import { CODE_TABLES } from './sources.js';

/** Of codes, as of the day, in the tables that the operator has imported. */
export const TABLE_RULES = {
  customs_office_unknown: error(
    '/declarationOffice, /exitOffice',
    { en: 'There is no such customs office', zh: '关区代码表中无此海关' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  exit_port_not_on_record: error(
    '/exitPortCode, /portOfLoading',
    { en: 'There is no such port of exit', zh: '国内口岸代码表中无此口岸' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  destination_port_not_on_record: warning(
    '/destinationPortCode, /portOfDischarge',
    { en: 'There is no such port abroad', zh: '港口代码表中无此港口' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  country_not_on_record: error(
    '/destinationCountry, /consignee/country, /items/{i}/originCountry',
    { en: 'Customs has no code for this country', zh: '国别（地区）代码表中无此代码' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  currency_not_on_record: error(
    '/currency',
    { en: 'Customs has no code for this currency', zh: '货币代码表中无此币制' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  supervision_mode_unknown: error(
    '/supervisionMode',
    { en: 'There is no such supervision mode', zh: '监管方式代码表中无此代码' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  levy_nature_unknown: error(
    '/details/CutMode',
    { en: 'There is no such nature of levy', zh: '征免性质代码表中无此代码' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  transport_mode_unknown: error(
    '/transportMode',
    { en: 'There is no such transport mode', zh: '运输方式代码表中无此代码' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  package_type_not_on_record: error(
    '/items/{i}/packageType',
    { en: 'There is no such kind of packing', zh: '包装种类代码表中无此代码' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
  district_unknown: error(
    '/items/{i}/sourceDistrict',
    { en: 'There is no such source district', zh: '国内地区代码表中无此代码' },
    {
      en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
      zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
    },
    CODE_TABLES,
  ),
} as const satisfies Record<string, FormRule>;
