const OFFSET = '+08:00';
const TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/;

/** `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS`, Beijing time, as customs writes an instant; null when it is neither. */
export function instantOf(text: string): Date | null {
  const match = TIME.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '000'] = match;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}${OFFSET}`);
  return Number.isNaN(time.getTime()) ? null : time;
}
