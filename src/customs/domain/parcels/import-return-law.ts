import { addDays, CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';

/** What holds of goods of retail imports that come back, of lists released on or after a day. Days are counted from the release. */
export interface ImportReturnLaw {
  readonly from: LocalDate;
  /** The return is applied for by that day. */
  readonly applyDays: number;
  /** The goods are back at the place that they left by that day, or the taxes stay levied. */
  readonly backDays: number;
  /** Of taxes on what does not come back: from that day to that day whoever answers for them pays. */
  readonly payFromDays: number;
  readonly payByDays: number;
  readonly source: string;
}

/** The newest first. A changed law is a new row with its day, not a changed one. */
export const IMPORT_RETURN_LAWS: readonly [ImportReturnLaw, ...ImportReturnLaw[]] = [
  {
    from: '2020-03-28',
    applyDays: 30,
    backDays: 45,
    payFromDays: 31,
    payByDays: 45,
    source: '海关总署公告2020年第45号 关于跨境电子商务零售进口商品退货有关监管事宜的公告; 2018年第194号 (缴税)',
  },
  {
    from: '2019-01-01',
    applyDays: 30,
    backDays: 30,
    payFromDays: 31,
    payByDays: 45,
    source: '海关总署公告2018年第194号 关于跨境电子商务零售进出口商品有关监管事宜的公告',
  },
];

/** The law of lists released that day; before 2019 that of the first row. */
export function importReturnLaw(released: LocalDate): ImportReturnLaw {
  const [newest] = IMPORT_RETURN_LAWS;
  return IMPORT_RETURN_LAWS.find(({ from }) => from <= released) ?? IMPORT_RETURN_LAWS.at(-1) ?? newest;
}

/** Days that follow from the release of a list, as days of China; each is the last or first on which it may be done. */
export interface ImportReturnDays {
  readonly applyBy: LocalDate;
  readonly backBy: LocalDate;
  readonly payFrom: LocalDate;
  readonly payBy: LocalDate;
  readonly law: string;
}

export function importReturnDays(releasedAt: Date): ImportReturnDays {
  const released = dateInZone(releasedAt, CHINA);
  const { applyDays, backDays, payFromDays, payByDays, source } = importReturnLaw(released);
  return {
    applyBy: addDays(released, applyDays),
    backBy: addDays(released, backDays),
    payFrom: addDays(released, payFromDays),
    payBy: addDays(released, payByDays),
    law: source,
  };
}
