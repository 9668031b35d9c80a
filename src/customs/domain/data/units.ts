import { codeTable, readRows } from './code-table.js';

/** 计量单位代码: the units that general trade uses most. A code outside is declared as given, with a warning. */
export const UNITS = codeTable(
  { id: 'customs.unit', version: '2018-08-01', source: '海关计量单位代码表 (H2018)' },
  readRows(`
    001 set of equipment|台
    002 seat|座
    003 vehicle|辆
    004 vessel|艘
    005 aircraft|架
    006 set|套
    007 piece|个
    008 piece (only)|只
    010 sheet|张
    011 article|件
    012 stick|支
    014 rod|根
    015 strip|条
    016 handful|把
    017 block|块
    018 roll|卷
    019 pair (of parts)|副
    020 slice|片
    021 group|组
    022 portion|份
    025 pair of two|双
    026 couple|对
    030 metre|米
    031 coil|盘
    032 square metre|平方米
    033 cubic metre|立方米
    034 tube|筒
    035 kilogram|千克
    036 gram|克
    044 hundred slices|百片
    054 thousand pieces|千个
    061 kilowatt|千瓦
    062 kilowatt-hour|千瓦时
    063 kilolitre|千升
    070 tonne|吨
    076 pound|磅
    083 ounce|盎司
    084 carat|克拉
    086 yard|码
    095 litre|升
    096 millilitre|毫升
    110 square yard|平方码
    120 case|箱
    121 lot|批
    122 can|罐
    123 barrel|桶
    125 packet|包
    127 dozen|打
    131 volume|册
    132 copy|本
    134 piece (coin, stamp)|枚
    135 bundle|捆
    136 bag|袋
    139 grain|粒
    140 box|盒
    142 bottle|瓶
    147 kilometre|千米
    163 unit (of works)|部
  `),
);

export const KILOGRAM = '035';
