import { codeTable, readRows } from './code-table.js';

/** 货币代码: what a declaration may be made in; anything else is converted first. */
export const CURRENCIES = codeTable(
  { id: 'customs.currency', version: '2018-08-01', source: '海关货币代码表 (H2018: ISO 4217 letters)' },
  readRows(`
    AUD Australian dollar|澳大利亚元
    CAD Canadian dollar|加拿大元
    CHF Swiss franc|瑞士法郎
    CNY renminbi|人民币
    DKK Danish krone|丹麦克朗
    EUR euro|欧元
    GBP pound sterling|英镑
    HKD Hong Kong dollar|港币
    IDR rupiah|印度尼西亚卢比
    JPY yen|日元
    KRW won|韩国元
    MOP pataca|澳门元
    MYR ringgit|马来西亚林吉特
    NOK Norwegian krone|挪威克朗
    NZD New Zealand dollar|新西兰元
    PHP Philippine peso|菲律宾比索
    RUB rouble|俄罗斯卢布
    SEK Swedish krona|瑞典克朗
    SGD Singapore dollar|新加坡元
    THB baht|泰国铢
    TWD New Taiwan dollar|新台币
    USD US dollar|美元
  `),
);
