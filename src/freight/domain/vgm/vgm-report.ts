import { VGM_DECLARATION, type VgmCommand, type VgmState } from './vgm-status.js';

/** What the carrier says of one declaration. */
export interface VgmReport {
  readonly declarationId: string;
  readonly command: Exclude<VgmCommand, 'supersede'>;
  readonly reason: string | null;
  /** When the carrier said it, by its own clock. */
  readonly asOf: Date;
}

export interface VgmStanding {
  readonly state: VgmState;
  readonly lastReportedAt: Date | null;
}

/** DCSA shipment event codes of a document VGM. */
export const VGM_WORDS: Readonly<Record<string, VgmReport['command']>> = {
  RECE: 'receive',
  APPR: 'accept',
  CONF: 'accept',
  REJE: 'reject',
};

/**
 * What a report means, by the carrier's own clock and never by the order of arrival; null where it is nothing new.
 * @example accepted at ten, then a RECE of nine → null
 */
export function judgeVgm({ state, lastReportedAt }: VgmStanding, { command, asOf }: VgmReport): VgmCommand | null {
  if (lastReportedAt !== null && asOf < lastReportedAt) return null;
  return VGM_DECLARATION.allows(state, command) ? command : null;
}

/** The carrier's last word of several on one declaration; of words of the same moment the one that goes further. */
export function lastWord(reports: readonly VgmReport[]): VgmReport | null {
  const order: readonly VgmCommand[] = ['receive', 'accept', 'reject'];
  const [last] = [...reports].sort(
    (left, right) =>
      right.asOf.getTime() - left.asOf.getTime() || order.indexOf(right.command) - order.indexOf(left.command),
  );
  return last ?? null;
}
