import fc from 'fast-check';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { told } from '../../kernel/sentence.js';
import { type AgencyTerms, checkAgency, checkFilings, endOf, type StandingAgency } from './agency.js';
import { type AgencyFilings } from './agency-evidence.js';
import { entrustedIn, missingConditions } from './agency-conditions.js';
import { agencyGate } from './agency-gate.js';
import { AGENCY_LAWS, agencyLaw } from './agency-law.js';
import { AGENCY, AGENCY_STATES, type AgencyCommand } from './agency-status.js';

const TODAY = '2026-11-28';
const PRODUCER = { uscc: '91330200MA2AEFJN86', isManufacturer: true };
const TERMS: AgencyTerms = {
  agreementNumber: 'DBTS-2026-0001',
  agent: { name: '综服甲', uscc: '91330206MA2TAXAGN4' },
  signedOn: '2026-11-20',
  validFrom: '2026-11-20',
  validTo: null,
};
const FILED = { filedOn: '2026-11-21', taxOffice: '慈溪市税务局' };

function faultsOf(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('What is asked of an agency agreement', () => {
  it.each([
    ['no last day', {}, {}, []],
    ['its last day today', { validTo: TODAY }, {}, []],
    ['a last day in the past', { validTo: '2026-11-27' }, {}, ['/validTo over']],
    ['a last day before its first', { validTo: '2026-11-19' }, {}, ['/validTo before_start']],
    ['a first day before it was signed', { validFrom: '2026-11-19' }, {}, ['/validFrom before_signing']],
    [
      'a first day before there was such an agency',
      { signedOn: '2017-10-31', validFrom: '2017-10-31' },
      {},
      ['/validFrom too_early'],
    ],
    ['a trading company', {}, { isManufacturer: false }, ['/producerId no_manufacturer']],
    ['its own agent', {}, { uscc: TERMS.agent.uscc }, ['/agent/uscc same_company']],
    ['a credit code of other signs', { agent: { name: 'x', uscc: '91330206MA2TAXAGNO' } }, {}, ['/agent/uscc format']],
  ])('%s', (_what, change, producer, expected) => {
    const check = () => {
      checkAgency({ ...TERMS, ...change }, { ...PRODUCER, ...producer }, TODAY);
    };
    expect(faultsOf(check)).toEqual(expected);
  });

  it.each<[string, AgencyFilings, string[]]>([
    ['both have filed', { producerFiling: FILED, agentFiling: FILED }, []],
    ['the agent long before', { producerFiling: FILED, agentFiling: { ...FILED, filedOn: '2024-01-02' } }, []],
    ['the producer has not', { producerFiling: null, agentFiling: FILED }, ['/producerFiling required']],
    ['the agent has not', { producerFiling: FILED, agentFiling: null }, ['/agentFiling required']],
    [
      'the producer before it signed',
      { producerFiling: { ...FILED, filedOn: '2026-11-19' }, agentFiling: FILED },
      ['/producerFiling/filedOn before_signing'],
    ],
    [
      'somebody tomorrow',
      { producerFiling: { ...FILED, filedOn: '2026-11-29' }, agentFiling: FILED },
      ['/producerFiling/filedOn in_future'],
    ],
  ])('of filings with the tax offices: %s', (_what, filings, expected) => {
    const check = () => {
      checkFilings(filings, TERMS, TODAY);
    };
    expect(faultsOf(check)).toEqual(expected);
  });

  it('is the law of its day, each row of it older than the one before', () => {
    const days = AGENCY_LAWS.map(({ from }) => from);
    expect(days).toEqual([...days].sort().reverse());
    expect(agencyLaw('2017-11-01')).toMatchObject({ producerFiles: true, agentFiles: true });
    expect(agencyLaw('2017-10-31')).toBeNull();
  });

  it('ends at midnight in China, or when somebody ends it', () => {
    expect(endOf({ validTo: '2026-12-31' })?.toISOString()).toBe('2026-12-31T16:00:00.000Z');
    expect(endOf({ validTo: null })).toBeNull();
  });
});

describe('The gate of an agency', () => {
  const shown = { evidence: [], producerFiling: null, agentFiling: null };
  const standing = { id: '2', state: 'in_force', endedOn: null, validTo: '2027-11-19' } as const;
  const agreement: StandingAgency = { ...TERMS, ...shown, ...standing };
  const answer = (change: Partial<StandingAgency> | null, day: string, isRequired: boolean) => {
    const all = change === null ? [] : [{ ...agreement, ...change }];
    return agencyGate(all, { producer: '慈溪示例电器', day }, isRequired);
  };

  it.each([
    ['opens on the first day', {}, '2026-11-20', true, null],
    ['opens on the last day', {}, '2027-11-19', true, null],
    ['is shut the day after', {}, '2027-11-20', true, 'agency_ended'],
    ['is shut the day after, required or not', {}, '2027-11-20', false, 'agency_ended'],
    ['is shut the day before', {}, '2026-11-19', true, 'agency_not_begun'],
    ['does not mind the day before where none is required', {}, '2026-11-19', false, null],
    ['is shut by an end', { state: 'ended', endedOn: TODAY }, TODAY, false, 'agency_ended'],
    ['is shut by an expiry that was told', { state: 'expired' }, TODAY, true, 'agency_ended'],
    ['is shut where there is none and one is required', null, TODAY, true, 'agency_missing'],
    ['is open where there is none and none is required', null, TODAY, false, null],
    ['is open for ever without a last day', { validTo: null }, '2040-01-01', true, null],
  ] as const)('%s', (_what, change, day, isRequired, rule) => {
    expect(answer(change, day, isRequired).lack?.rule ?? null).toBe(rule);
  });

  it('is shut while a condition is not shown, and names each', () => {
    const filing = { filedOn: '2026-11-20', taxOffice: '国家税务总局慈溪市税务局' };
    const contracts = { condition: 'contracts', metOn: '2026-11-20', documents: ['HT-1'] } as const;
    const known = { ...agreement, producerFiling: filing, evidence: [contracts] };
    const { lack } = agencyGate([known], { producer: 'p', day: '2026-11-20' }, true, true);
    expect([lack?.rule, told(lack?.detail ?? '', 'en')]).toEqual([
      'agency_conditions',
      expect.stringMatching(/nothing shows the producer is a manufacturer.*the agent is an integrated-service/),
    ]);
    expect(missingConditions(known, '2026-11-20')).toEqual(['producer', 'agent']);
    expect(missingConditions(known, '2026-11-19')).toEqual(['producer', 'contracts', 'entrustment', 'agent']);
    expect(missingConditions({ ...known, evidence: [{ ...contracts, documents: [] }] }, TODAY)).toContain('contracts');
  });

  it('lets nothing be filed that is required and not covered, whatever agreements there are', () => {
    const day = fc.constantFrom('2026-11-19', '2026-11-20', TODAY, '2027-11-19', '2027-11-20');
    const any = fc.record({
      id: fc.uuid(),
      state: fc.constantFrom('in_force' as const, 'ended' as const, 'expired' as const),
      validFrom: day,
      validTo: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), day, (changes, today) => {
        const all = changes.map((change) => ({ ...agreement, ...change }));
        const required = agencyGate(all, { producer: 'p', day: today }, true);
        expect(required.agreement === null).toBe(required.lack !== null);
        if (required.agreement !== null) {
          const { state, validFrom, validTo } = required.agreement;
          expect([state, validFrom <= today && (validTo === null || today <= validTo)]).toEqual(['in_force', true]);
        }
        const free = agencyGate(all, { producer: 'p', day: today }, false);
        expect(free.agreement).toEqual(required.agreement);
        if (required.lack === null) expect(free.lack).toBeNull();
      }),
    );
  });
});

describe('What a producer entrusts in a year', () => {
  it.each([
    ['1000000.00', false],
    ['1000000.01', true],
  ])('%s CNY of refund: verified on site: %s', (refund, isDue) => {
    expect(entrustedIn('2026', Money.parse(refund, 'CNY'), TODAY).isVerificationDue).toBe(isDue);
  });
});

describe('The life of an agency agreement', () => {
  it('has these steps and no others', () => {
    const steps = AGENCY.commands.flatMap((command) =>
      AGENCY_STATES.filter((from) => AGENCY.allows(from, command)).map(
        (from) => `${from} ${command} ${AGENCY.next(from, command)}`,
      ),
    );
    expect(steps).toEqual([
      'drafted confirm in_force',
      'drafted withdraw withdrawn',
      'in_force end ended',
      'drafted expire expired',
      'in_force expire expired',
    ]);
  });

  it('ends once, whatever is tried of it', () => {
    const command = fc.constantFrom<AgencyCommand>('confirm', 'withdraw', 'end', 'expire');
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let state: (typeof AGENCY_STATES)[number] = 'drafted';
        let ends = 0;
        for (const each of commands) {
          if (!AGENCY.allows(state, each)) continue;
          state = AGENCY.next(state, each);
          if (AGENCY.isFinal(state)) ends += 1;
        }
        expect(ends).toBeLessThanOrEqual(1);
      }),
    );
  });
});
