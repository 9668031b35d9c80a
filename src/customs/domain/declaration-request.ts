import { type Direction } from './declaration-form.js';
import { type DeclarationCommand, type DeclarationState } from './declaration-status.js';
import { REQUEST_UNAVAILABLE } from './declaration-request.sentences.js';
import { type Bilingual } from '../../kernel/sentence.js';

/** What is asked of customs about a declaration that it has: 撤单, 退关, 改单, 补充申报, 退税 (海关总署令第220号, 修改和撤销管理办法). */
export const REQUEST_KINDS = ['withdrawal', 'exit_cancellation', 'amendment', 'supplement', 'tax_refund'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** One field of the message that an amendment changes. */
export interface FieldChange {
  /** Name of the element, such as `GrossWet`. */
  readonly field: string;
  /** Its Chinese name. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** The item or the container that it belongs to; null for the header. */
  readonly list: { readonly kind: 'item' | 'container' | 'licence'; readonly number: number } | null;
}

const UNDER_WAY: readonly DeclarationState[] = ['accepted', 'reviewing', 'concluded', 'inspecting'];

/** In which states each may be asked for. */
const ASKED_IN: Readonly<Record<RequestKind, readonly DeclarationState[]>> = {
  withdrawal: UNDER_WAY,
  exit_cancellation: ['released'],
  amendment: [...UNDER_WAY, 'released'],
  supplement: UNDER_WAY,
  // Whether anything was paid too much, the bills say.
  tax_refund: [...UNDER_WAY, 'released', 'cleared', 'withdrawn'],
};

/** What comes into the country cannot stay in it instead. */
export const ASKED_OF_IMPORTS: readonly RequestKind[] = ['withdrawal', 'amendment', 'supplement', 'tax_refund'];
const ASKED_OF_EXPORTS = REQUEST_KINDS.filter((kind) => kind !== 'tax_refund');

export function isAskable(kind: RequestKind, state: DeclarationState): boolean {
  return ASKED_IN[kind].includes(state);
}

/**
 * What a caller may ask for in this state, as `allowedActions` says it; whether taxes may be asked back, their bills say.
 * @param isQuestioned customs has asked for a supplement, which is not offered of our own accord
 */
export function requestActions(
  state: DeclarationState,
  isQuestioned: boolean,
  direction: Direction = 'export',
): string[] {
  const asks: readonly RequestKind[] = direction === 'import' ? ASKED_OF_IMPORTS : ASKED_OF_EXPORTS;
  const kinds = asks.filter((kind) => kind !== 'tax_refund' && (kind !== 'supplement' || isQuestioned));
  const asked = kinds.filter((kind) => isAskable(kind, state)).map((kind) => `request_${kind}`);
  return state === 'queued' || state === 'submitted' ? [...asked, 'redeliver'] : asked;
}

/** Why a request cannot be made in this state, and what can be done instead. */
export function whyNotAskable(kind: RequestKind, state: DeclarationState): Bilingual {
  if (state === 'queued' || state === 'submitted') return REQUEST_UNAVAILABLE.not_accepted;
  if (kind === 'withdrawal' && state === 'released') return REQUEST_UNAVAILABLE.released;
  if (kind === 'exit_cancellation' && UNDER_WAY.includes(state)) return REQUEST_UNAVAILABLE.not_released;
  if (state === 'departed' || state === 'cleared') return REQUEST_UNAVAILABLE.departed;
  return REQUEST_UNAVAILABLE.not_with_customs;
}

/**
 * What the grant of a request does to the declaration: a command of it, or, where it stays in
 * its state, `change` of its form, `answer` to what customs asked or `refund` of its taxes. Customs may
 * release between the request and its grant. The grant then still holds; only what has left cannot be called back.
 * @returns null where the grant came too late to mean anything here
 */
export function effectOfGrant(
  kind: RequestKind,
  state: DeclarationState,
): DeclarationCommand | 'change' | 'answer' | 'refund' | null {
  if (kind === 'tax_refund') return 'refund';
  if (kind === 'supplement') return UNDER_WAY.includes(state) || state === 'released' ? 'answer' : null;
  if (kind === 'amendment') return [...UNDER_WAY, 'released', 'departed', 'cleared'].includes(state) ? 'change' : null;
  if (kind === 'exit_cancellation') return state === 'released' ? 'cancel_exit' : null;
  return [...UNDER_WAY, 'released'].includes(state) ? 'withdraw' : null;
}
