import { codeTable, readRows } from './code-table.js';

/** 运输方式代码 of what crosses the border; the bonded variants are not for general trade. */
export const TRANSPORT_MODES = codeTable(
  { id: 'customs.transport-mode', version: '2018-08-01', source: '海关运输方式代码表' },
  readRows(`
    2 water|水路运输
    3 rail|铁路运输
    4 road|公路运输
    5 air|航空运输
    6 post|邮件运输
    9 other|其他方式运输
  `),
);

/** Those that goods are declared under here. */
export const DECLARED_MODES = ['sea', 'air', 'rail', 'road'] as const;
export type TransportMode = (typeof DECLARED_MODES)[number];

export const MODE_CODE: Readonly<Record<TransportMode, string>> = { sea: '2', rail: '3', road: '4', air: '5' };
