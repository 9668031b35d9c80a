import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

import { Element } from '../world/xml.js';
import { KINDS } from './kinds.js';
import { type CebRecord } from './message.js';
import { remembered } from './remembered.js';
import { formatReply, type Issue, writeIssue, type Written } from './replies.js';

const GUID = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94';
/** The published schemas, where they are on this machine. */
const folder = path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', 'ceb/v202205/xsd');
const whereGiven = existsSync(folder) ? describe : describe.skip;
const SCHEMAS = {
  export: '海关跨境出口业务节点报文定义202205.xsd',
  import: '海关跨境进口业务节点报文定义202205.xsd',
} as const;

let serial = 0;
const register = {
  day: '2026-11-29',
  next: (): string => String((serial += 1)).padStart(9, '0'),
  words: [],
  quotaOf: () => '',
};

/** A record whose head has whatever an answer may repeat. */
function recordOf(names: readonly string[]): CebRecord {
  const values: Record<string, string> = {
    customsCode: '3104',
    statisticsFlag: 'A',
    msgSeqNo: '1',
    logisticsStatus: 'S',
  };
  const fields = [...new Set(['guid', 'customsCode', ...names])].filter(
    (name) => !['preNo', 'invtNo', 'sumNo'].includes(name),
  );
  const inside = fields.map((name) => `<${name}>${name === 'guid' ? GUID : (values[name] ?? 'X1')}</${name}>`).join('');
  const head = Element.parse(`<Head>${inside}</Head>`, 'Head');
  const item = Element.parse(
    '<Item><gnum>1</gnum><gcode>3304990039</gcode><totalPrice>200</totalPrice></Item>',
    'Item',
  );
  if (head === null || item === null) throw new Error('The test cannot read its own XML');
  return { guid: GUID, appType: '1', appTime: '20261129080000', head, items: [item] };
}

function replyTo(name: string, what: Issue['what'], status: string): Written {
  const kind = KINDS[name];
  if (kind === undefined) throw new Error(`There is no kind ${name}`);
  const names = [...kind.repeats, 'agentName', 'ebcName', 'declAgentCode', 'declAgentName', 'logisticsNo'];
  const record = remembered(recordOf(names), kind, [{ status, info: '海关入库' }], register);
  return writeIssue({ guid: GUID, at: 1_800_000_000_000, what, rows: [[0, 0]] }, kind, [record]);
}

describe('What e-commerce customs answers', () => {
  it('names the record, its number, what came of it and when', () => {
    const { name, xml } = replyTo('CEB621Message', 'answer', '120');
    expect(name).toBe('CEB622Message');
    expect(xml).toContain(`<ceb:guid>${GUID}</ceb:guid>`);
    expect(xml).toMatch(/<ceb:invtNo>31042026I\d{9}<\/ceb:invtNo><ceb:returnStatus>120</);
    expect(xml).toMatch(/<ceb:returnTime>\d{17}</);
  });

  it('is the same text however often it is written', () => {
    const kind = KINDS['CEB603Message'];
    if (kind === undefined) throw new Error('There is no CEB603Message');
    const records = [remembered(recordOf(kind.repeats), kind, [{ status: '2', info: '电子口岸申报中' }], register)];
    const issue: Issue = { guid: GUID, at: 1_800_000_000_000, what: 'answer', rows: [[0, 0]] };
    expect(writeIssue(issue, kind, records)).toEqual(writeIssue(issue, kind, records));
  });
});

whereGiven('Against the published schemas of 2022-05 (REFERENCE_DATA_DIR)', () => {
  let validators: Readonly<Record<'export' | 'import', XsdValidator>>;
  beforeAll(() => {
    xmlRegisterFsInputProviders();
    const load = (name: string): XsdValidator => {
      const url = path.join(folder, name);
      return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(url), { url }));
    };
    validators = { export: load(SCHEMAS.export), import: load(SCHEMAS.import) };
  });
  afterAll(() => {
    for (const validator of Object.values(validators)) validator.dispose();
  });

  const faultOf = (xml: string, direction: 'export' | 'import'): string | null => {
    const document = XmlDocument.fromString(xml);
    try {
      validators[direction].validate(document);
      return null;
    } catch (error) {
      if (error instanceof XmlValidateError) return `${error.message} in ${xml}`;
      throw error;
    } finally {
      document.dispose();
    }
  };

  it.each(
    Object.entries(KINDS).flatMap(
      ([name]) =>
        [
          [name, '120'],
          [name, '-621004'],
        ] as const,
    ),
  )('the answer to %s is valid, with %s', (name, status) => {
    expect(faultOf(replyTo(name, 'answer', status).xml, KINDS[name]?.direction ?? 'import')).toBeNull();
  });

  it.each([
    ['CEB621Message', 'tax', 'import'],
    ['CEB621Message', 'tax-status', 'import'],
    ['CEB701Message', 'summary', 'export'],
  ] as const)('what comes of %s by itself (%s) is valid', (name, what, direction) => {
    expect(faultOf(replyTo(name, what, '800').xml, direction)).toBeNull();
  });

  it('a refusal by form is valid', () => {
    const original = { copMsgId: 'cbm_1', msgType: 'CEB621Message', text: '<a>&</a>' };
    expect(faultOf(formatReply(GUID, new Date(0), original, '报文不能通过schema验证').xml, 'import')).toBeNull();
  });
});
