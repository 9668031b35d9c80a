const TIME = 10;
const RANDOM = 8;

/**
 * 企业内部编号 (ClientSeqNo), 18 signs: the time and the last 40 random bits of the attempt's id.
 * @param attemptId its public id, `dat_…`
 */
export function clientReference(attemptId: string): string {
  const [, suffix = ''] = attemptId.split('_');
  return (suffix.slice(0, TIME) + suffix.slice(-RANDOM)).toUpperCase();
}
