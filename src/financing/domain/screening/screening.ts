import { type Sentence } from '../../../kernel/sentence.js';
import { SAY_SCREENING as SAY } from './screening.sentences.js';

/** How the names of a party stand against one list; the worst first. */
export const SCREENING_RESULTS = ['hit', 'possible', 'clear'] as const;
export type ScreeningResult = (typeof SCREENING_RESULTS)[number];

/** The latest word on a party by one list of denied parties. */
export interface ScreenedList {
  readonly list: string;
  readonly result: ScreeningResult;
}

/** How a party stands: the worst of what its lists say. */
export type ScreeningStanding = ScreenedList;

/** The worst of the latest word by each list; null of a party that nobody has screened. */
export function standingOfLists(lists: readonly ScreenedList[]): ScreeningStanding | null {
  const rank = ({ result }: ScreenedList): number => SCREENING_RESULTS.indexOf(result);
  const [worst] = [...lists].sort((left, right) => rank(left) - rank(right));
  return worst ?? null;
}

/** Of seller and buyer of an order; null of whom nobody has screened. */
export interface OrderScreening {
  readonly seller: ScreeningStanding | null;
  readonly buyer: ScreeningStanding | null;
}

/** Of what is lent on no order. */
export const NO_BUYER: ScreeningStanding = { list: '', result: 'clear' };

/** Who stands on a list: nothing is lent on such an order, whatever the product asks for. */
export function hitsOf({ seller, buyer }: OrderScreening): readonly Sentence[] {
  return [
    ...(seller?.result === 'hit' ? [SAY.seller_hit({ list: seller.list })] : []),
    ...(buyer?.result === 'hit' ? [SAY.buyer_hit({ list: buyer.list })] : []),
  ];
}

/** Why the names are not clear, empty where both are; null where one of them was never screened and the other is not denied. */
export function screeningReasons({ seller, buyer }: OrderScreening): readonly Sentence[] | null {
  const reasons = [
    ...hitsOf({ seller, buyer }),
    ...(seller?.result === 'possible' ? [SAY.seller_possible({ list: seller.list })] : []),
    ...(buyer?.result === 'possible' ? [SAY.buyer_possible({ list: buyer.list })] : []),
  ];
  return reasons.length === 0 && (seller === null || buyer === null) ? null : reasons;
}
