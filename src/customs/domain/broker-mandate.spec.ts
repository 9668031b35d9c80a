import fc from 'fast-check';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { type BrokerMandateTerms, checkBrokerMandate, endOf } from './broker-mandate.js';
import { BROKER_MANDATE_LAWS, brokerMandateLaw } from './broker-mandate-law.js';
import { BROKER_MANDATE, BROKER_MANDATE_STATES, type BrokerMandateCommand } from './broker-mandate-status.js';

const SELLER = '91330200MA2AEFJN86';
const TODAY = '2026-11-28';
const TERMS: BrokerMandateTerms = {
  kind: 'long_term',
  orderId: null,
  agreementNumber: '310120260000000001',
  broker: { name: '报关甲', nameEn: 'Broker A', uscc: '91330206MA2BR0K3RY', customsCode: '3302980001' },
  customsOffices: [],
  supervisionModes: [],
  validFrom: '2026-11-20',
  validTo: '2027-11-19',
};

function faultsOf(change: Partial<BrokerMandateTerms>): string[] {
  try {
    checkBrokerMandate({ ...TERMS, ...change }, SELLER, TODAY);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe("What is asked of a broker's mandate", () => {
  it.each([
    ['a year', {}, []],
    ['its last day today', { validTo: TODAY }, []],
    ['a day more than a year', { validTo: '2027-11-20' }, ['/validTo too_long']],
    ['its end before its start', { validTo: '2026-11-19' }, ['/validTo before_start']],
    ['an end in the past', { validTo: '2026-11-27' }, ['/validTo over']],
    ['a start before there was a form', { validFrom: '2004-11-30', validTo: '2026-12-01' }, ['/validFrom too_early']],
    ['a leap day, and so a day less', { validFrom: '2028-02-29', validTo: '2029-02-28' }, ['/validTo too_long']],
    ['one order, for a single shipment', { kind: 'single_shipment' as const, orderId: 'o' }, []],
    ['no order, for a single shipment', { kind: 'single_shipment' as const }, ['/orderId required']],
    ['an order, for a long term', { orderId: 'o' }, ['/orderId not_applicable']],
    ['the exporter as its own broker', { broker: { ...TERMS.broker, uscc: SELLER } }, ['/broker/uscc same_company']],
    [
      'a credit code of other signs',
      { broker: { ...TERMS.broker, uscc: '91330206MA2BROK3RO' } },
      ['/broker/uscc format'],
    ],
    [
      'a registration too short',
      { broker: { ...TERMS.broker, customsCode: '330298' } },
      ['/broker/customsCode format'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it('is the law of its first day, each row of it older than the one before', () => {
    const days = BROKER_MANDATE_LAWS.map(({ from }) => from);
    expect(days).toEqual([...days].sort().reverse());
    expect(brokerMandateLaw('2004-12-01')?.longestMonths).toBe(12);
    expect(brokerMandateLaw('2004-11-30')).toBeNull();
  });

  it('ends at midnight in China', () => {
    expect(endOf({ validTo: '2026-12-31' }).toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });
});

describe("The life of a broker's mandate", () => {
  it('has these steps and no others', () => {
    const steps = BROKER_MANDATE.commands.flatMap((command) =>
      BROKER_MANDATE_STATES.filter((from) => BROKER_MANDATE.allows(from, command)).map(
        (from) => `${from} ${command} ${BROKER_MANDATE.next(from, command)}`,
      ),
    );
    expect(steps).toEqual([
      'offered accept in_force',
      'offered refuse refused',
      'offered revoke revoked',
      'in_force revoke revoked',
      'offered expire expired',
      'in_force expire expired',
    ]);
  });

  it('ends once, whatever is tried of it: nothing that has ended is in force again', () => {
    const command = fc.constantFrom<BrokerMandateCommand>('accept', 'refuse', 'revoke', 'expire');
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let state: (typeof BROKER_MANDATE_STATES)[number] = 'offered';
        let ends = 0;
        for (const each of commands) {
          if (!BROKER_MANDATE.allows(state, each)) continue;
          expect(BROKER_MANDATE.isFinal(state)).toBe(false);
          state = BROKER_MANDATE.next(state, each);
          if (BROKER_MANDATE.isFinal(state)) ends += 1;
        }
        expect(ends).toBeLessThanOrEqual(1);
      }),
    );
  });
});
