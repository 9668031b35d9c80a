import { Harness } from '../testing/harness.js';
import { claim } from '../testing/samples.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `agc_${String((serial += 1))}`;
const newLine = (): string => `8888${String((serial += 1)).padStart(14, '0')}001`;
const application = (reference: string, declarationLine: string, name = '慈溪示例电器有限公司') => ({
  reference,
  agent: { name: '宁波示例进出口有限公司', uscc: '91330200MA2AEFJN86' },
  principal: { name, uscc: '91330282MA2DEM4D04' },
  agreement: { number: 'DLCK-2026-0001', signedOn: '2026-11-02' },
  lines: [
    {
      ...{ declarationLine, exportDate: '2026-11-20', hsCode: '8516609000', goodsName: '电烤箱', quantity: '1000' },
      ...{ unit: '001', fob: { amount: '10000.00', currency: 'USD' } },
    },
  ],
});

const apply = (body: object) => world.call('POST', '/tax-bureau/agency-certificates', body);
const cancel = (body: object) => world.call('POST', '/tax-bureau/agency-certificate-voidances', body);
const told = async (reference: string): Promise<Record<string, unknown>> => {
  const [news = '{}'] = await world.told('tax-bureau', 1, reference);
  return JSON.parse(news) as Record<string, unknown>;
};

describe('The desk for certificates of agency export', () => {
  it('takes an application once, and issues', async () => {
    const reference = newReference();
    const body = application(reference, newLine());
    const answer = await apply(body);
    expect(answer).toMatchObject({ status: 202, json: { reference, status: 'received' } });
    expect((await apply(body)).json).toEqual(answer.json);
    const news = await told(reference);
    expect(news).toMatchObject({
      type: 'agency_certificate.issued',
      applicationNumber: answer.json['applicationNumber'],
    });
    const shown = await world.call('GET', `/tax-bureau/agency-certificates/${reference}`);
    expect(shown.json).toMatchObject({ status: 'issued', certificateNumber: news['certificateNumber'] });
  });

  it('certifies an item once, and none that is claimed', async () => {
    const line = newLine();
    await apply(application(newReference(), line));
    expect(await apply(application(newReference(), line))).toMatchObject({ status: 422, json: { code: 'LINE_TAKEN' } });
    const claimed = newLine();
    await world.call('POST', '/tax-bureau/claims', claim('clm_claimed', { declarationLine: claimed }));
    expect((await apply(application(newReference(), claimed))).json).toMatchObject({ code: 'LINE_TAKEN' });
  });

  it('voids what it has issued: its items may be certified anew', async () => {
    const [reference, line] = [newReference(), newLine()];
    await apply(application(reference, line));
    const { certificateNumber } = await told(reference);
    const voidance = { reference: `${reference}.v1`, certificateNumber, reason: 'Wrong name' };
    expect(await cancel(voidance)).toMatchObject({ status: 202, json: { status: 'received' } });
    expect(await told(voidance.reference)).toMatchObject({ type: 'agency_certificate_voidance.voided' });
    expect((await apply(application(newReference(), line))).status).toBe(202);
    const again = await cancel({ ...voidance, reference: `${reference}.v2` });
    expect(again).toMatchObject({ status: 422, json: { code: 'NO_SUCH_CERTIFICATE' } });
  });

  it.each([
    ['SBX-NO-CERTIFICATE', 'agency_certificate.refused'],
    ['SBX-CERTIFICATE-USED', 'agency_certificate.issued'],
  ])('hears %s in the name of the principal: %s', async (word, type) => {
    const reference = newReference();
    await apply(application(reference, newLine(), `Cixi ${word}`));
    const news = await told(reference);
    expect(news['type']).toBe(type);
    if (news['certificateNumber'] === undefined) return;
    const voidance = { reference: `${reference}.v1`, certificateNumber: news['certificateNumber'], reason: 'r' };
    await cancel(voidance);
    expect(await told(voidance.reference)).toMatchObject({ type: 'agency_certificate_voidance.refused' });
  });

  it('names every fault', async () => {
    const wrong = { ...application('', 'x'), principal: {}, agreement: { number: '', signedOn: '2026-13-01' } };
    const answer = await apply(wrong);
    expect(answer.status).toBe(422);
    const { errors } = answer.json as unknown as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([
        '/reference',
        '/principal/name',
        '/principal/uscc',
        '/agreement/signedOn',
        '/lines/0/declarationLine',
      ]),
    );
  });
});
