import { addDays } from '../../kernel/local-date.js';
import { EVIDENCE_LAWS, evidenceLaw } from './deadline-kinds.js';
import { type DeadlineFacts, planDeadlines } from './deadline-plan.js';

const FACTS: DeadlineFacts = {
  exportDate: '2026-03-15',
  contractFinalCollection: null,
  collectedOn: null,
  filedOn: null,
  documentedOn: null,
  advancedOn: null,
  settledOn: null,
};

const plan = (change: Partial<DeadlineFacts>) =>
  planDeadlines({ ...FACTS, ...change }).map(({ kind, dueOn, metOn }) => [kind, dueOn, metOn]);

describe('planDeadlines', () => {
  it('starts three clocks with the export', () => {
    expect(plan({})).toEqual([
      ['filing_window', '2027-04-30', null],
      ['collection', '2027-04-30', null],
      ['thirty_six_months', '2029-03-15', null],
    ]);
  });

  it('starts the clock of the documents with the filing, and stops what the filing met', () => {
    expect(plan({ filedOn: '2026-04-20', collectedOn: '2026-04-01' })).toEqual([
      ['filing_window', '2027-04-30', '2026-04-20'],
      ['collection', '2027-04-30', '2026-04-01'],
      ['thirty_six_months', '2029-03-15', '2026-04-20'],
      ['evidence_documents', '2026-05-05', null],
    ]);
  });

  it('knows no 36 months before 2026, and lets a contract put the collection later', () => {
    expect(plan({ exportDate: '2025-12-31' })).toHaveLength(2);
    expect(plan({ contractFinalCollection: '2028-06-30' })[1]).toEqual(['collection', '2028-06-30', null]);
  });

  it('has a law of evidence for every day of filing', () => {
    expect([EVIDENCE_LAWS[0]?.filedFrom, EVIDENCE_LAWS.at(-1)?.filedTo]).toEqual([null, null]);
    EVIDENCE_LAWS.slice(1).forEach((law, index) => {
      expect(law.filedFrom).toBe(addDays(EVIDENCE_LAWS[index]?.filedTo ?? '', 1));
    });
    expect([evidenceLaw('2025-12-31').keptYears, evidenceLaw('2026-01-01').keptYears]).toEqual([5, 10]);
  });

  it('has a clock for the settlement of an advance, from its payment to its filing', () => {
    const of = (facts: object) =>
      planDeadlines({ ...FACTS, ...facts }).find(({ kind }) => kind === 'overseas_settlement') ?? null;
    expect(of({})).toBeNull();
    expect(of({ advancedOn: '2026-11-29' })).toMatchObject({ dueOn: '2027-04-30', metOn: null });
    expect(of({ advancedOn: '2027-01-02', settledOn: '2027-03-01' })).toMatchObject({
      dueOn: '2028-04-30',
      metOn: '2027-03-01',
    });
  });
});
