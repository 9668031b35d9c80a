import { Element, leaf, node, XML_HEAD } from '../world/xml.js';

/** The exchange platform's own envelope (终端节点报文). */
export interface DxpMessage {
  readonly copMsgId: string;
  readonly senderId: string;
  readonly msgType: string;
  /** What is in it, or null where that is no base64 of UTF-8. */
  readonly data: string | null;
}

const DXP = 'xmlns:dxp="http://www.chinaport.gov.cn/dxp"';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Who customs is at the exchange. */
const CUSTOMS_ID = { export: 'DXPEDCCEB0000003', import: 'DXPEDCCEB0000002' } as const;

/** @returns null when it is no envelope of the exchange */
export function readDxp(text: string): DxpMessage | null {
  const message = Element.parse(text, 'DxpMsg');
  if (message === null || message.text('TransInfo/CopMsgId') === '') return null;
  const encoded = message.text('Data').replaceAll(/\s/g, '');
  return {
    copMsgId: message.text('TransInfo/CopMsgId'),
    senderId: message.text('TransInfo/SenderId'),
    msgType: message.text('TransInfo/MsgType'),
    data: BASE64.test(encoded) ? decoded(encoded) : null,
  };
}

function decoded(base64: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}

/** What the exchange says at once (交换平台响应报文). @param code `0` when it was taken */
export function dxpResponse(code: string, info: string, copMsgId: string, senderId: string, day: string): string {
  const original =
    leaf('CopMsgId', copMsgId === '' ? '0' : copMsgId) +
    leaf('SenderId', senderId === '' ? '0' : senderId.slice(0, 16)) +
    node('ReceiverIds', leaf('ReceiverId', CUSTOMS_ID.import)) +
    leaf('CreatTime', `${day}T00:00:00+08:00`) +
    leaf('MsgType', '');
  const response =
    leaf('ResponseCode', code) +
    leaf('ResponseInfo', info.slice(0, 300)) +
    leaf('NoticeTime', day) +
    node('OriHead', original);
  const receiver = leaf('RecevierId', senderId === '' ? '0' : senderId.slice(0, 16));
  return (
    XML_HEAD +
    node('DxpRep', receiver + node('Response', response), 'ver="1.0" xmlns="http://www.chinaport.gov.cn/dxp"')
  );
}

/** An envelope from customs. @param xml the message in it */
export function dxpMessage(
  xml: string,
  about: {
    readonly msgType: string;
    readonly guid: string;
    readonly to: string;
    readonly direction: 'export' | 'import';
    readonly at: string;
  },
): string {
  const info =
    leaf('dxp:CopMsgId', about.guid) +
    leaf('dxp:SenderId', CUSTOMS_ID[about.direction]) +
    node('dxp:ReceiverIds', leaf('dxp:ReceiverId', about.to)) +
    leaf('dxp:CreatTime', about.at) +
    leaf('dxp:MsgType', about.msgType);
  const data = leaf('dxp:Data', Buffer.from(XML_HEAD + xml, 'utf8').toString('base64'));
  return node('dxp:DxpMsg', node('dxp:TransInfo', info) + data, `${DXP} ver="1.0"`);
}
