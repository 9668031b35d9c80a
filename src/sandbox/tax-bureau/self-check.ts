import { declaredCodes } from '../customs/customs.js';
import { magicWords } from '../world/magic.js';
import { type World } from '../world/world.js';
import { type Claim, type Line } from './claim.js';

/** A doubt (疑点) as the bureau's self-check lists it. */
export interface Doubt {
  readonly code: string;
  readonly declarationLine: string | null;
  readonly text: string;
  readonly level: 'answer' | 'block';
}

const ENTRY_DIGITS = 18;
/** Another attempt at the same claim has a reference that ends with its number. */
const ANOTHER_ATTEMPT = /-\d+$/;

/** The self-check (自检) before a claim is filed: what customs here know of its items, and what was asked to be found. */
export function doubtsOf(world: World, claim: Claim): Doubt[] {
  // What is corrected differs from the declaration: that is why.
  const compared = claim.corrects === null ? claim.lines : [];
  const found = [...compared.flatMap((line) => againstCustoms(world, line)), ...magicDoubts(claim)];
  return found.filter(
    ({ code, declarationLine, level }) =>
      level === 'block' || !claim.explained.includes(`${code} ${declarationLine ?? ''}`),
  );
}

function againstCustoms(world: World, { declarationLine, hsCode }: Line): Doubt[] {
  const codes = declaredCodes(world, declarationLine.slice(0, ENTRY_DIGITS));
  if (codes === null) return [];
  const declared = codes[Number(declarationLine.slice(ENTRY_DIGITS)) - 1];
  if (declared === undefined) {
    const text = 'The declaration in the customs data has no such item';
    return [{ code: 'LINE_UNKNOWN', declarationLine, text, level: 'block' }];
  }
  if (declared === hsCode) return [];
  const text = `Declared as ${declared}: file the table of adjusted codes, or say why`;
  return [{ code: 'CODE_DIFFERS', declarationLine, text, level: 'answer' }];
}

function magicDoubts({ reference, magicTexts, lines }: Claim): Doubt[] {
  const words = magicWords('tax-bureau', magicTexts);
  const declarationLine = lines[0]?.declarationLine ?? null;
  const doubts: Doubt[] = [];
  if (words.includes('DOUBT')) {
    const text = 'The unit price is far from that of the same goods elsewhere';
    doubts.push({ code: 'PRICE_UNUSUAL', declarationLine, text, level: 'answer' });
  }
  if (words.includes('DOUBT-BLOCK') && !ANOTHER_ATTEMPT.test(reference)) {
    const text = 'The invoice is not certified for a refund yet';
    doubts.push({ code: 'INVOICE_NOT_CERTIFIED', declarationLine, text, level: 'block' });
  }
  return doubts;
}
