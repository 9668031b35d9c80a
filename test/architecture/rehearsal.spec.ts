import { ID_PREFIX, newId, publicId } from '../../src/kernel/ids.js';
import { outcomeLever, PARTNER_OUTCOMES } from '../../src/rehearsal/domain/partner-outcomes.js';
import { SCENARIO_KINDS } from '../../src/rehearsal/domain/scenario-kinds.js';
import { isWait } from '../../src/rehearsal/domain/step.js';
import { settingOf } from '../../src/rehearsal/domain/setting.js';
import { magicWords, OUTCOMES } from '../../src/sandbox/world/magic.js';
import { PARTNERS } from '../../src/sandbox/world/partners.js';

interface Told {
  readonly partner: string;
  readonly outcome: string;
}

/**
 * Accounts are no resource that waits, and a letter is none that is in hand; sending back once is what sending back is where there is one message only; to hold a
 * declaration back is to pace its customs; a question of customs is asked of the declaration from the start;
 * whether a pledge is taken is known at once, and what an insurer thinks of a buyer stands in the buyer's name;
 * doubts are raised before the bureau has the claim, and how a batch is paid is no outcome of a claim.
 */
const WITHOUT_SIMULATION = [
  // In the purpose of an extension, which no simulation words.
  'lender SHORTER',
  'bank LETTER',
  'bank NO-ACCOUNT',
  'bank NO-LINE',
  'bank NO-MOVE',
  'customs REJECT',
  'customs HOLD',
  'customs OVERCHARGE',
  'customs SUPPLEMENT',
  'carrier PENDING-UPDATE',
  'carrier PENDING-AMENDMENT',
  'carrier NO-AMENDMENT',
  'carrier AMENDMENT-WAITS',
  'insurer REJECT',
  'insurer LESS',
  'insurer REVOKE',
  'insurer CUT',
  'insurer NO-COVER',
  'insurer CLAIM-LESS',
  'insurer CLAIM-REFUSE',
  'insurer RECOVER',
  'registry SLOW',
  'registry TAKEN',
  'carrier SI-DECLINE',
  'carrier SI-PENDING-UPDATE',
  'carrier NO-SI-UPDATE',
  'carrier SI-UPDATE-WAITS',
  'carrier BL-VOID',
  'carrier NO-SURRENDER',
  'carrier VGM-REJECT',
  'courier BAD-NUMBER',
  'courier NO-CANCEL',
  'tax-bureau DOUBT',
  'tax-bureau DOUBT-BLOCK',
  'tax-bureau DOUBT-FIRST',
  'tax-bureau SEALED',
  'tax-bureau INSTALMENTS',
];

describe('What is rehearsed', () => {
  it('is all that the sandbox partners can do to something that they have in hand', () => {
    const told = PARTNER_OUTCOMES.map(({ kind }) => outcomeLever(kind, 'r').body as unknown as Told);
    const ordered = told
      .filter(({ outcome }) => outcome !== 'GO-ON')
      .map(({ partner, outcome }) => `${partner} ${outcome}`);
    const known = PARTNERS.flatMap((partner) => Object.keys(OUTCOMES[partner]).map((word) => `${partner} ${word}`));
    expect([...ordered, ...WITHOUT_SIMULATION].sort()).toEqual(known.sort());
  });

  it('speaks magic words that the sandbox knows', () => {
    const id = newId();
    const facts = { sellerId: publicId('party', id), buyerId: publicId('party', id), orderId: publicId('order', id) };
    const setting = settingOf({ id, begunOn: '2026-11-29', parameters: {}, facts });
    const texts = SCENARIO_KINDS.flatMap(({ steps }) =>
      steps.flatMap((step) => (isWait(step) ? [] : [JSON.stringify(step.body(setting))])),
    );
    const spoken = new Set(texts.flatMap((text) => text.match(/SBX-[A-Z-]+/g) ?? []));
    const heard = [...spoken].filter((word) => PARTNERS.some((partner) => magicWords(partner, [word]).length > 0));
    expect(heard).toEqual([...spoken]);
    expect(spoken.size).toBeGreaterThan(4);
  });

  it('makes the same request each time it is asked to, so that a repeat is one', () => {
    const id = newId();
    const texts = [0, 1].map(() => {
      const setting = settingOf({ id, begunOn: '2026-11-29', parameters: {}, facts: {} });
      return JSON.stringify(
        SCENARIO_KINDS.map(({ steps }) => steps.map((step) => (isWait(step) ? 0 : step.body(setting)))),
      );
    });
    expect(texts[0]).toBe(texts[1]);
  });

  it('is about kinds of resources that have ids', () => {
    expect(PARTNER_OUTCOMES.filter(({ resource }) => ID_PREFIX[resource].length !== 3)).toEqual([]);
  });
});
