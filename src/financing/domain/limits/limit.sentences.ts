import { sentences } from '../../../kernel/sentence.js';

/** What is said of limits. */
export const SAY = sentences('FINANCING', {
  no_such_limit: { en: 'There is no such limit', zh: '额度不存在' },
  limit_exists: { en: 'There is a limit of this already', zh: '该对象已设有额度' },
  below_exposure: { en: 'So much is owed or asked for already: {taken}', zh: '已用及预占额度为 {taken}' },
  unknown_seller: { en: 'It is no party of the tenant', zh: '不是本租户的往来方' },
  unknown_group: { en: 'It is no guarantee group of the tenant', zh: '不是本租户的联保小组' },
  unknown_lender: { en: 'No product names such a lender', zh: '没有产品使用该资金方' },
  not_of_level: { en: 'A limit of the level {level} is not of that', zh: '{level} 级额度不适用该字段' },
  approve_limit: {
    en: 'Set the limit of the level {level} to {limit}; {taken} of it is taken',
    zh: '将 {level} 级额度设为 {limit}；已占用 {taken}',
  },
  changed_meanwhile: {
    en: 'More is owed by now than the limit would be: {taken}',
    zh: '目前已占用 {taken}，超过拟设额度',
  },
  binding: {
    en: 'The {level} leaves least: {free} of {limit} is free, {reserved} is asked for and {used} is owed',
    zh: '{level}剩余最少：额度 {limit}，预占 {reserved}，已用 {used}，可用 {free}',
  },
  open_level: { en: 'Nothing is set here: it stops nothing', zh: '未设额度，不作限制' },
  standing: {
    en: '{free} of {limit} is free, {reserved} is asked for and {used} is owed',
    zh: '额度 {limit}，预占 {reserved}，已用 {used}，可用 {free}',
  },
});

/** What a level is called where people read it. */
export const LEVEL_NAMES = {
  platform: { en: 'limit of the whole platform', zh: '平台总额度' },
  lender: { en: 'limit of the lender', zh: '资金方额度' },
  group: { en: 'limit of the guarantee group', zh: '联保小组额度' },
  client: { en: 'limit of the client', zh: '客户额度' },
  product: { en: 'limit of the client for the product', zh: '客户产品额度' },
  buyer: { en: 'limit of the buyer', zh: '买方额度' },
} as const;
