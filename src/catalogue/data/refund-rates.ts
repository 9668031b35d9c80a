import { type RefundRateGroup, type RefundRateInterval, type RefundRateTable } from '../domain/refund-rate.js';

const N2019_39 = '财政部 税务总局 海关总署公告2019年第39号';
const N2020_15 = '财政部 税务总局公告2020年第15号';
const N2021_16 = '财政部 税务总局公告2021年第16号';
const N2021_25 = '财政部 税务总局公告2021年第25号';
const N2024_15 = '财政部 税务总局公告2024年第15号';
const N2026_2 = '财政部 税务总局公告2026年第2号';

/** The notices of 2024 and 2026: goods whose rate changes; their lists are by eight- and ten-digit code. */
const CHANGING: readonly RefundRateGroup[] = [
  {
    code: 'batteries',
    name: { en: 'Batteries', zh: '电池' },
    hsPrefixes: ['8506', '85074', '85075', '85076', '85078030', '85078090', '85079090'],
    rates: [
      rate(null, '2024-11-30', '0.13', N2020_15),
      rate('2024-12-01', '2026-03-31', '0.09', N2024_15),
      rate('2026-04-01', '2026-12-31', '0.06', N2026_2),
      cancelled('2027-01-01', null, N2026_2),
    ],
  },
  {
    code: 'photovoltaics',
    name: { en: 'Photovoltaic cells and modules', zh: '光伏产品' },
    hsPrefixes: ['85414200', '85414300'],
    rates: [
      rate(null, '2024-11-30', '0.13', N2020_15),
      rate('2024-12-01', '2026-03-31', '0.09', N2024_15),
      cancelled('2026-04-01', null, N2026_2),
    ],
  },
  {
    code: 'aluminium_copper',
    name: { en: 'Aluminium and copper semi-products', zh: '铝材、铜材' },
    hsPrefixes: [
      ...['76042100', '7604291010', '76042990', '7606', '7607', '7608', '7609'],
      ...['7407', '74081100', '74081900', '74082', '7409', '7410', '7411'],
    ],
    rates: [rate(null, '2024-11-30', '0.13', N2020_15), cancelled('2024-12-01', null, N2024_15)],
  },
  {
    code: 'modified_oils',
    name: { en: 'Chemically modified animal and vegetable oils', zh: '化学改性的动、植物或微生物油、脂' },
    hsPrefixes: ['15180000'],
    rates: [rate(null, '2024-11-30', '0.13', N2020_15), cancelled('2024-12-01', null, N2024_15)],
  },
];

/** Steel lost its refund in two steps in 2021. */
const STEEL: readonly RefundRateGroup[] = [
  {
    code: 'steel_2021_05',
    name: { en: 'Hot-rolled steel, bars, wire rod, sections', zh: '热轧钢材、棒材、线材、型材' },
    hsPrefixes: ['7208', '7213', '7214', '7215', '7216', '7217', '7227', '7228'],
    rates: [rate('2020-03-20', '2021-04-30', '0.13', N2020_15), cancelled('2021-05-01', null, N2021_16)],
  },
  {
    code: 'steel_2021_08',
    name: { en: 'Cold-rolled and coated sheet, rails', zh: '冷轧、涂镀钢板、钢轨' },
    hsPrefixes: ['7209', '7210', '7302'],
    rates: [rate('2020-03-20', '2021-07-31', '0.13', N2020_15), cancelled('2021-08-01', null, N2021_25)],
  },
];

/**
 * Common export goods by heading or chapter. A chapter row is the rate of its common goods and gives way to any longer
 * prefix; the official library (退税率文库), loaded by the operator, replaces it code by code. Where it is not certain
 * since when a rate has held, the later notice is given: an unknown rate is better than a wrong one.
 */
const COMMON: readonly RefundRateGroup[] = [
  {
    code: 'since_2019_13',
    name: { en: 'Goods at 13 % since the VAT cut of 2019', zh: '2019年增值税降率后退税率13%的商品' },
    hsPrefixes: [
      ...['9503', '9504', '9505', '9506', '61', '62', '63', '5208', '5209', '5210', '5211', '5212', '54', '55', '60'],
      ...['4202', '64', '65', '66', '84', '85', '8708', '8711', '8712', '8714', '90', '91', '94'],
    ],
    rates: [rate('2019-04-01', null, '0.13', N2019_39)],
  },
  {
    code: 'since_2020_13',
    name: { en: 'Goods raised to 13 % in 2020', zh: '2020年提高至13%的商品' },
    hsPrefixes: [
      ...['30', '33', '34', '3917', '3918', '3919', '3920', '3921', '3922', '3923', '3924', '3925', '3926'],
      ...['4011', '4013', '4015', '4016', '48', '6702', '6911', '6912', '6913', '6914', '7117'],
      ...['7308', '7310', '7311', '7315', '7317', '7318', '7320', '7321', '7323', '7324', '7325', '7326'],
      ...['7412', '7418', '7419', '7610', '7612', '7615', '7616', '82', '83', '96'],
    ],
    rates: [rate('2020-03-20', null, '0.13', N2020_15)],
  },
  {
    code: 'since_2019_9',
    name: { en: 'Fishery goods at 9 %', zh: '退税率9%的水产品' },
    hsPrefixes: ['0302', '0303', '0304', '0306', '0307'],
    rates: [rate('2019-04-01', null, '0.09', N2019_39)],
  },
  {
    code: 'since_2020_9',
    name: { en: 'Farm goods raised to 9 % in 2020', zh: '2020年提高至9%的农产品' },
    hsPrefixes: ['0703', '0709', '0805', '0808'],
    rates: [rate('2020-03-20', null, '0.09', N2020_15)],
  },
];

/** Goods that had no refund long before the oldest row above. */
const NO_REFUND: readonly RefundRateGroup[] = [
  {
    code: 'resources_no_refund',
    name: { en: 'Resources and energy-hungry goods without refund', zh: '资源类、高耗能产品（不退税）' },
    hsPrefixes: ['2523', '2701', '2704', '31', '4401', '4403', '7201', '7202', '7401', '7402', '7403', '7601', '7602'],
    rates: [cancelled(null, null, '财税〔2006〕139号、财税〔2007〕90号')],
  },
  {
    code: 'lead_acid_no_refund',
    name: { en: 'Lead-acid and nickel-cadmium batteries', zh: '铅酸、镍镉蓄电池' },
    hsPrefixes: ['85071', '85072', '85073', '85079010'],
    rates: [cancelled(null, null, '出口退税率文库（退税率为零）')],
  },
  {
    code: 'aluminium_bars_no_refund',
    name: { en: 'Aluminium bars and rods', zh: '铝制条、杆' },
    hsPrefixes: ['760410', '76042910'],
    rates: [cancelled(null, null, '出口退税率文库（退税率为零）')],
  },
];

/**
 * The table the project ships: written by hand from the notices named in each row, right for the goods of those notices
 * and a fair default for common export goods. It is not the official library of some 11,000 codes.
 */
export const REFUND_RATES: RefundRateTable = {
  version: 'seed-2026-01',
  groups: [...CHANGING, ...STEEL, ...COMMON, ...NO_REFUND],
};

function rate(from: string | null, to: string | null, refundRate: string, source: string): RefundRateInterval {
  return { validFrom: from, validTo: to, refundRate, source };
}

/** 取消出口退税: from then on taxed as if sold at home. */
function cancelled(from: string | null, to: string | null, source: string): RefundRateInterval {
  return { validFrom: from, validTo: to, refundRate: '0', zeroMeaning: 'taxed_as_domestic', source };
}
