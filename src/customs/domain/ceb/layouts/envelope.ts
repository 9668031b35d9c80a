import { any, ANY_XML, between, exactly, type Layout, maybe, one, SIGNATURE, upTo } from '../layout.js';

/** 基础报文传输: who sends it through the exchange platform (数据交换平台, DXP). */
const transfer = (minCode: 0 | 1): Layout => [
  one('copCode', between(minCode, 18), '报文传输的企业代码'),
  one('copName', upTo(100), '报文传输的企业名称'),
  one('dxpMode', exactly(3), '传输模式，默认为DXP'),
  one('dxpId', upTo(30), '数据交换平台的用户编号'),
  maybe('note', upTo(1000), '备注'),
];

/** 基础回执订阅: who else shall hear of it. */
const BASE_SUBSCRIBE: Layout = [
  one('status', upTo(100), '状态'),
  one('dxpMode', exactly(3), '传输模式，默认为DXP'),
  one('dxpAddress', upTo(100), '数据交换平台的用户编号'),
  maybe('note', upTo(1000), '备注'),
];

/** 自定义报文. */
const EXTEND_MESSAGE: Layout = [
  one('name', upTo(30), '自定义报文名称'),
  one('version', upTo(30), '自定义报文版本'),
  one('Message', ANY_XML, '自定义报文实体'),
];

const SUBSCRIBE = any('BaseSubscribe', 5, BASE_SUBSCRIBE, '基础回执订阅');
const EXTEND = maybe('ExtendMessage', EXTEND_MESSAGE, '自定义报文');
const TRANSFER_OF_IMPORTS = one('BaseTransfer', transfer(1), '基础报文传输');

/** Of export messages. */
export const SIGNED_THEN_EXTENDED: Layout = [
  one('BaseTransfer', transfer(0), '基础报文传输'),
  SUBSCRIBE,
  maybe('Signature', SIGNATURE, '签名'),
  EXTEND,
];

/** Of import messages that may be signed. */
export const EXTENDED_THEN_SIGNED: Layout = [
  TRANSFER_OF_IMPORTS,
  SUBSCRIBE,
  EXTEND,
  maybe('Signature', SIGNATURE, '签名'),
];

/** Of import messages that must be signed. */
export const EXTENDED_AND_SIGNED: Layout = [
  TRANSFER_OF_IMPORTS,
  SUBSCRIBE,
  EXTEND,
  one('Signature', SIGNATURE, '签名'),
];
