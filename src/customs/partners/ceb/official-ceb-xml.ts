import { Injectable } from '@nestjs/common';

import { CebXml } from '../ceb-xml.port.js';
import { breachOfMarkup } from './markup.js';
import { readMessage } from './read-message.js';
import { writeMessage } from './write-message.js';

/** As the schemas of 2022-05 have it. */
@Injectable()
export class OfficialCebXml extends CebXml {
  override readonly read = readMessage;
  override readonly write = writeMessage;
  override readonly breachOfMarkup = breachOfMarkup;
}
