/** Who demands what a declaration is held against. */
export const FILLING_RULES = '报关单填制规范 (GACC 2018 No. 60, as amended)';
export const MESSAGE_FORMAT = '报关单申报电子报文格式 V1.0 (GACC 2018 No. 67)';
export const CODE_TABLES = '海关参数代码表 (H2018)';
export const TARIFF = '进出口税则, 10 位商品编号表';
export const ELEMENTS = '进出口商品规范申报目录';
export const SUPERVISION = '监管证件代码表, 监管条件 of the code';
export const STATUTORY_UNITS = '法定计量单位 of the code, 填制规范 (GACC 2018 No. 60)';
export const MARKET_PURCHASE = '市场采购贸易 (GACC 2019 No. 221)';
export const CREDIT_CODE = 'GB 32100-2015';
export const ISO_6346 = 'ISO 6346:2022';
export const AIR_WAYBILL = 'IATA Resolution 600a';
export const SMALL_WEIGHTS = 'GACC 2024 No. 30';
export const CUSTOMS_LAW = '海关法 Art. 11';
export const BUSINESS_EXPORT = '跨境电商企业对企业出口 (GACC 2020 No. 75)';
export const CUSTOMS_VALUE = '海关审定进出口货物完税价格办法';
export const ORDER = 'the order: contract, packing list and invoice';
export const BOOKING = 'the confirmed booking';
