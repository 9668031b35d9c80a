import { isLocalDate, type LocalDate } from '../../../kernel/local-date.js';

/** Area code (6), institution code (4) and its sequence (2): 金融机构标识码 of the branch that credited. */
const INSTITUTION = /^\d{12}$/;
const NUMBER = /^(\d{12})(\d{2})(\d{2})(\d{2})(\d{4})$/;
const SERIAL_MAX = 9_999;
const SERIAL_DIGITS = 4;

/** The parts of a declaration number (申报号码). */
export interface BopNumber {
  readonly institution: string;
  readonly day: LocalDate;
  readonly serial: number;
}

/**
 * A number of 22 digits: area code (6), institution (4), its sequence (2), day `yymmdd` (6), serial of the day (4, from 0001).
 * Source: 《通过金融机构进行国际收支统计申报业务操作规程》 on 申报号码.
 * @throws RangeError on an institution that is not 12 digits, or a serial beyond 1 to 9,999: both are checked before
 */
export function bopNumber({ institution, day, serial }: BopNumber): string {
  if (!INSTITUTION.test(institution)) throw new RangeError(`${institution} is no institution code`);
  if (serial < 1 || serial > SERIAL_MAX) throw new RangeError(`${serial} is no serial of a day`);
  return `${institution}${day.slice(2).replaceAll('-', '')}${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}

/** @returns null where it is no declaration number. Years are those of this century. */
export function readBopNumber(number: string): BopNumber | null {
  const [, institution = '', year = '', month = '', date = '', serial = ''] = NUMBER.exec(number) ?? [];
  const day = `20${year}-${month}-${date}`;
  if (!isLocalDate(day) || Number(serial) === 0) return null;
  return { institution, day, serial: Number(serial) };
}
