import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import { Inject, Injectable } from '@nestjs/common';

import { openBytes, sealBytes } from '../../platform/auth/secret-box.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** XML of many like records shrinks well at the lowest level. */
const LEVEL = 1;
/** Most of what is packed or unpacked comes in one piece: each takes a turn through the pool of threads. */
const PACKED_PIECE = 65_536;
const PIECE = 524_288;

/** How messages are kept: packed, and sealed, because they name buyers, their papers and addresses. */
@Injectable()
export class CebPacking {
  constructor(@Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'encryptionKey' | 'decryptionKeys'>) {}

  async keep(xml: string | Buffer): Promise<Buffer> {
    return sealBytes(await pack(xml, { level: LEVEL, chunkSize: PACKED_PIECE }), this.config.encryptionKey);
  }

  async open(kept: Buffer): Promise<string> {
    return (await unpack(openBytes(kept, this.config.decryptionKeys), { chunkSize: PIECE })).toString('utf8');
  }
}
