import { verbatim } from '../../kernel/kernel.sentences.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type PartnerAnswer, type PartnerClient, type PartnerRequest } from '../../platform/partners/partner-client.js';
import { XmlCustomsWindow } from './customs-window.xml.js';

const CALLER = { tenantId: '01936b1e-0000-7000-8000-000000000001', actor: 'test', traceparent: null };

/** A client that gives this answer, or fails like this. */
function answering(answer: string | Error, asked: PartnerRequest[] = []): PartnerClient {
  const call = (_caller: unknown, request: PartnerRequest): Promise<PartnerAnswer> => {
    asked.push(request);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ status: 202, body: answer });
  };
  return { call, find: call } as unknown as PartnerClient;
}

function response(code: string, error: string, sequenceNumber: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<DecImportResponse xmlns="http://www.chinaport.gov.cn/dec">' +
    `<ResponseCode>${code}</ResponseCode><ErrorMessage>${error}</ErrorMessage><ClientSeqNo>X</ClientSeqNo>` +
    `<SeqNo>${sequenceNumber}</SeqNo><TrnPreId></TrnPreId></DecImportResponse>`
  );
}

const refused = (status: number, reason: string) =>
  new PartnerRejectedError(verbatim('refused'), { partner: 'customs', status, reason });

describe('The single window', () => {
  it('takes a message under our reference and gives its own number', async () => {
    const asked: PartnerRequest[] = [];
    const answer = response('0', '', 'E20260000795000001');
    const window = new XmlCustomsWindow(answering(answer, asked));
    await expect(window.submit(CALLER, 'dat_1', '<DecMessage/>')).resolves.toEqual({
      sequenceNumber: 'E20260000795000001',
      text: answer,
    });
    expect(asked).toMatchObject([
      { reference: 'dat_1', path: '/declarations', body: '<DecMessage/>', headers: { 'x-message-id': 'dat_1' } },
    ]);
  });

  it.each([
    ['a refusal in the answer', response('2', '毛重 &lt; 净重', ''), '毛重 < 净重'],
    ['a refusal by status', refused(400, response('2', '毛重 &lt; 净重', '')), '毛重 < 净重'],
    ['a refusal that was cut short', refused(400, response('2', '毛重不符', '').slice(0, 150)), '毛重不符'],
    ['a refusal in another form', refused(413, 'too large'), 'too large'],
  ])('says no: %s', async (_what, answer, reason) => {
    const submitted = new XmlCustomsWindow(answering(answer)).submit(CALLER, 'dat_1', '<DecMessage/>');
    await expect(submitted).rejects.toMatchObject({ details: { reason } });
    await expect(submitted).rejects.toBeInstanceOf(PartnerRejectedError);
  });

  it.each([
    ['a page of a proxy', '<html><body>OK</body></html>'],
    ['nothing', ''],
    ['a yes without a number', response('0', '', '')],
    ['a shut door: our secret is wrong, not the declaration', refused(401, 'UNAUTHENTICATED')],
    ['a timeout', new PartnerUnavailableError(verbatim('no answer'))],
  ])('leaves us without an answer: %s', async (_what, answer) => {
    const submitted = new XmlCustomsWindow(answering(answer)).submit(CALLER, 'dat_1', '<DecMessage/>');
    await expect(submitted).rejects.toBeInstanceOf(PartnerUnavailableError);
  });
});
