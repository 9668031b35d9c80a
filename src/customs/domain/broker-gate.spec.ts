import fc from 'fast-check';

import { brokerGate, type Declaring } from './broker-gate.js';
import { type StandingMandate } from './broker-mandate.js';

const BROKER = { name: '报关甲', nameEn: 'Broker A', uscc: '91330206MA2BR0K3RY', customsCode: '3302980001' };
const OTHER = { ...BROKER, name: '报关乙', uscc: '91330206MA2BRKRAA3' };

const MANDATE: StandingMandate = {
  id: '0199f0c1-0000-7000-8000-000000000001',
  kind: 'long_term',
  orderId: null,
  agreementNumber: '310120260000000001',
  broker: BROKER,
  customsOffices: ['31', '2248'],
  supervisionModes: ['0110'],
  validFrom: '2026-11-20',
  validTo: '2027-11-19',
  state: 'in_force',
};

const DECLARING: Declaring = {
  seller: '宁波示例进出口有限公司',
  declarantUscc: '91330200MA2AEFJN86',
  office: '3104',
  mode: '0110',
  day: '2026-12-01',
};

const rules = (mandates: readonly StandingMandate[], declaring: Partial<Declaring>, isRequired: boolean): string[] =>
  brokerGate(mandates, { ...DECLARING, ...declaring }, isRequired).findings.map(
    ({ rule, pointer }) => `${rule} ${pointer}`,
  );

describe("A broker's mandate that is required", () => {
  it.each([
    ['covers the office, the mode and the day', {}, {}, []],
    ['covers its first day', {}, { day: '2026-11-20' }, []],
    ['covers its last day', {}, { day: '2027-11-19' }, []],
    ['covers a whole district by two digits', {}, { office: '3199' }, []],
    ['covers an office by four', {}, { office: '2248' }, []],
    ['covers every office where it names none', { customsOffices: [] }, { office: '5301' }, []],
    ['covers every mode where it names none', { supervisionModes: [] }, { mode: '9810' }, []],
    ['is over on the day after', {}, { day: '2027-11-20' }, ['broker_mandate_ended /declarant']],
    ['has not begun', {}, { day: '2026-11-19' }, ['broker_mandate_not_begun /declarant']],
    ['is for other offices', {}, { office: '2249' }, ['broker_mandate_office /declarationOffice']],
    ['is for other modes', {}, { mode: '9710' }, ['broker_mandate_mode /supervisionMode']],
    ['was revoked', { state: 'revoked' }, {}, ['broker_mandate_ended /declarant']],
    ['has expired, before the clock said so or after', { state: 'expired' }, {}, ['broker_mandate_ended /declarant']],
    [
      'fails in two ways, and says both',
      {},
      { office: '5301', mode: '9710' },
      ['broker_mandate_office /declarationOffice', 'broker_mandate_mode /supervisionMode'],
    ],
  ] as const)('%s', (_what, mandate, declaring, expected) => {
    expect(rules([{ ...MANDATE, ...mandate }], declaring, true)).toEqual(expected);
  });

  it('is missed where there is none', () => {
    expect(rules([], {}, true)).toEqual(['broker_mandate_missing /declarant']);
  });

  it('is told of by the one that comes nearest', () => {
    const far = { ...MANDATE, id: '2', customsOffices: ['53'], supervisionModes: ['9710'] };
    expect(rules([far, { ...MANDATE, customsOffices: ['53'] }], {}, true)).toEqual([
      'broker_mandate_office /declarationOffice',
    ]);
  });
});

describe("A broker's mandate that is not required", () => {
  it.each([
    ['is not missed', [], []],
    ['may be for another office', [{ ...MANDATE, customsOffices: ['53'] }], []],
    ['may not have begun', [{ ...MANDATE, validFrom: '2026-12-02' }], []],
    ['keeps back what it covered until it was revoked', [{ ...MANDATE, state: 'revoked' as const }], ['ended']],
    ['keeps back what it covered until its last day', [{ ...MANDATE, validTo: '2026-11-30' }], ['ended']],
    [
      'keeps nothing back that it never covered',
      [{ ...MANDATE, state: 'revoked' as const, customsOffices: ['53'] }],
      [],
    ],
  ])('%s', (_what, mandates, expected) => {
    const found = rules(mandates, {}, false);
    expect(found).toEqual(expected.map((word) => `broker_mandate_${word} /declarant`));
  });
});

describe('Which mandate it is declared under', () => {
  const chosen = (mandates: readonly StandingMandate[], declaring: Partial<Declaring> = {}): string | undefined =>
    brokerGate(mandates, { ...DECLARING, ...declaring }, true).mandate?.id;

  it('is the newest, until the form names a broker', () => {
    const newer = { ...MANDATE, id: '0199f0c1-0000-7000-8000-000000000002', broker: OTHER };
    expect(chosen([MANDATE, newer])).toBe(newer.id);
    expect(chosen([MANDATE, newer], { declarantUscc: BROKER.uscc })).toBe(MANDATE.id);
  });

  it('is one in force, though others have ended', () => {
    const ended = { ...MANDATE, id: 'z', state: 'revoked' as const };
    expect(chosen([ended, MANDATE])).toBe(MANDATE.id);
  });
});

describe('The gate, whatever mandates there are', () => {
  const day = fc.constantFrom('2026-11-19', '2026-11-20', '2026-12-01', '2027-11-19', '2027-11-20');
  const mandate: fc.Arbitrary<StandingMandate> = fc
    .record({
      id: fc.uuid(),
      broker: fc.constantFrom(BROKER, OTHER),
      customsOffices: fc.constantFrom([], ['31'], ['3104'], ['53']),
      supervisionModes: fc.constantFrom([], ['0110'], ['9710']),
      validFrom: day,
      validTo: day,
      state: fc.constantFrom('in_force' as const, 'revoked' as const, 'expired' as const),
    })
    .map((change) => ({ ...MANDATE, ...change }));
  const mandates = fc.array(mandate, { maxLength: 6 });

  it('lets nothing leave that is required and not covered, and says why of whatever stays', () => {
    fc.assert(
      fc.property(mandates, day, (all, today) => {
        const { mandate: under, findings } = brokerGate(all, { ...DECLARING, day: today }, true);
        expect(under === null).toBe(findings.length > 0);
        if (under === null) return;
        expect(under.state).toBe('in_force');
        expect(under.validFrom <= today && today <= under.validTo).toBe(true);
        expect(['', '31', '3104']).toContain(under.customsOffices[0] ?? '');
        expect(['', '0110']).toContain(under.supervisionModes[0] ?? '');
      }),
    );
  });

  it('asks no more of who need not have one than of who must', () => {
    fc.assert(
      fc.property(mandates, day, (all, today) => {
        const asked = brokerGate(all, { ...DECLARING, day: today }, true);
        const free = brokerGate(all, { ...DECLARING, day: today }, false);
        expect(free.mandate).toEqual(asked.mandate);
        if (asked.findings.length === 0) expect(free.findings).toEqual([]);
      }),
    );
  });

  it('does not care in which order they come', () => {
    fc.assert(
      fc.property(mandates, day, fc.boolean(), (all, today, isRequired) => {
        const distinct = [...new Map(all.map((each) => [each.id, each])).values()];
        const one = brokerGate(distinct, { ...DECLARING, day: today }, isRequired);
        const other = brokerGate(distinct.toReversed(), { ...DECLARING, day: today }, isRequired);
        expect(other).toEqual(one);
      }),
    );
  });
});
