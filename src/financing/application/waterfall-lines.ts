import { type Cascade, LOAN_PARTS, type PaidLoan } from '../domain/waterfall.js';
import { type WaterfallLine } from '../entities/waterfalls.table.js';

/** What each got, in the order in which it was paid; nothing is told of who got nothing. */
export function linesOf(
  { loans, later, total }: Cascade,
  lenders: ReadonlyMap<string, string | null>,
): WaterfallLine[] {
  const toLenders = (some: readonly PaidLoan[]): WaterfallLine[] =>
    some.flatMap(({ id, paid }) =>
      LOAN_PARTS.map((part): WaterfallLine => {
        const lender = lenders.get(id) ?? null;
        return { payee: 'lender', lender, advanceId: id, part, minor: paid[part].minor.toString() };
      }),
    );
  const none = { lender: null, advanceId: null } as const;
  const lines: WaterfallLine[] = [
    ...toLenders(loans),
    { ...none, payee: 'platform', part: 'other_dues', minor: total.other.minor.toString() },
    ...toLenders(later),
    { ...none, payee: 'seller', part: 'released', minor: total.released.minor.toString() },
  ];
  return lines.filter(({ minor }) => minor !== '0');
}
