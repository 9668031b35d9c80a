/**
 * Which customs districts (直属海关, first two digits of an office) the ports of an area belong to; the area is the first
 * two digits of a port (国内口岸编码, by province). Quanzhou and Zhangzhou are of Xiamen, Huizhou of Shenzhen, Zhongshan of
 * Gongbei, Zhoushan of Hangzhou or Ningbo. Source: 关区代码表 and 国内口岸编码表 (2018, 关检融合).
 */
const DISTRICTS_OF_AREAS = `
  11:01 12:02 13:04 14:05 15:06,07 21:08,09 22:15 23:19 31:22 32:23 33:29,31 34:33 35:35,37 36:40 37:42,43 38:31 39:37
  41:46 42:47 43:49 44:51,52,53,57,60,67,68 45:72 46:64 47:53 48:57 50:80 51:79 52:83 53:86 54:88 61:90 62:95 63:97 64:96
  65:94`;

const DISTRICTS: ReadonlyMap<string, readonly string[]> = new Map(
  [...DISTRICTS_OF_AREAS.matchAll(/(\d\d):([\d,]+)/g)].map(([, area = '', districts = '']) => [
    area,
    districts.split(','),
  ]),
);

/** @returns true also where the area is not known */
export function isOfDistrict(office: string, port: string): boolean {
  return DISTRICTS.get(port.slice(0, 2))?.includes(office.slice(0, 2)) !== false;
}
