import { BlockList, isIP } from 'node:net';

/** An IPv4 address on a socket that takes both kinds. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Where a request comes from, for counting: the IPv4 address, or the /64 of an IPv6 one. Whoever has one address of a /64
 * has all of them, and would have as many allowances.
 */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<number>(gap).fill(0), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

function groupsOf(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
}

/** An address, or a network as `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  return (
    isIP(address) > 0 &&
    !address.includes('%') &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest(address)))
  );
}

/** A list of networks that addresses are held against. */
export class Networks {
  private readonly list = new BlockList();

  /** @param texts each one `isNetwork` */
  constructor(texts: readonly string[]) {
    for (const text of texts) {
      const [address = '', bits] = text.split('/');
      this.list.addSubnet(address, Number(bits ?? longest(address)), familyOf(address));
    }
  }

  includes(address: string): boolean {
    const plain = MAPPED.exec(address)?.[1] ?? address;
    return isIP(plain) > 0 && this.list.check(plain, familyOf(plain));
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}

function longest(address: string): number {
  return address.includes(':') ? 128 : 32;
}
