import { type CebTransmission } from './ceb-window.port.js';
import { escapeXml, parseXml, textAt, type XmlContent } from './xml.js';

export const DXP_NAMESPACE = 'http://www.chinaport.gov.cn/dxp';

/**
 * The envelope in which a message travels (终端节点报文, DxpMsg). Source: 海关跨境统一版 2022-05, 4; dxpClient.xsd.
 * @param receiverId customs' own id at the exchange
 */
export function writeDxpMessage(
  { reference, message, senderId, createdAt, xml }: CebTransmission,
  receiverId: string,
): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<dxp:DxpMsg xmlns:dxp="${DXP_NAMESPACE}" ver="1.0"><dxp:TransInfo>` +
    `<dxp:CopMsgId>${escapeXml(reference)}</dxp:CopMsgId><dxp:SenderId>${escapeXml(senderId)}</dxp:SenderId>` +
    `<dxp:ReceiverIds><dxp:ReceiverId>${escapeXml(receiverId)}</dxp:ReceiverId></dxp:ReceiverIds>` +
    `<dxp:CreatTime>${createdAt.toISOString().slice(0, 19)}Z</dxp:CreatTime>` +
    `<dxp:MsgType>${escapeXml(message)}</dxp:MsgType></dxp:TransInfo>` +
    `<dxp:Data>${Buffer.from(xml, 'utf8').toString('base64')}</dxp:Data></dxp:DxpMsg>`
  );
}

/** What the exchange says to a message at once (DxpRep). */
export interface DxpResponse {
  /** `0`: taken. */
  readonly code: string;
  readonly info: string;
}

/** @returns null when it is none */
export function readDxpResponse(text: string): DxpResponse | null {
  const response: XmlContent | undefined = parseXml(text)?.['DxpRep'];
  const code = textAt(response, 'Response/ResponseCode');
  return code === '' ? null : { code, info: textAt(response, 'Response/ResponseInfo') };
}

/** Envelopes within an answer to a question; base64 holds no markup, so they can be cut out as text. */
export function dxpMessagesIn(text: string): string[] {
  return [...text.matchAll(/<(?<tag>(?:\w+:)?DxpMsg)[\s>][\s\S]*?<\/\k<tag>>/g)].map(([message]) => message);
}
