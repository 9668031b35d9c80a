import { type MigrationInterface, type QueryRunner } from 'typeorm';

const SOURCE = 'platform seed 2026: UN/LOCODE codes, positions to a tenth of a degree';

/** code, name, functions (1 port, 2 rail, 4 airport), latitude, longitude. An airport is named by its own UN/LOCODE, else by that of its town. */
const PLACES = `
CNSHA|Shanghai|1-4|31.2|121.5
CNPVG|Shanghai Pudong|4|31.1|121.8
CNNGB|Ningbo|1-4|29.9|121.6
CNSZX|Shenzhen|1-4|22.5|114.1
CNYTN|Yantian|1|22.6|114.3
CNXMN|Xiamen|1-4|24.5|118.1
CNTAO|Qingdao|1-4|36.1|120.4
CNTXG|Tianjin Xingang|1|39.0|117.7
CNTSN|Tianjin|4|39.1|117.3
CNCAN|Guangzhou|1-4|23.1|113.3
CNDLC|Dalian|1-4|38.9|121.6
CNHGH|Hangzhou|4|30.2|120.4
CNPEK|Beijing Capital|4|40.1|116.6
CNCGO|Zhengzhou|2-4|34.7|113.6
CNSIA|Xi'an|2-4|34.3|108.9
CNCKG|Chongqing|2-4|29.6|106.5
CNCTU|Chengdu|2-4|30.7|104.1
CNWUH|Wuhan|2-4|30.6|114.3
CNYIW|Yiwu|2-4|29.3|120.1
HKHKG|Hong Kong|1-4|22.3|114.2
TWKHH|Kaohsiung|1-4|22.6|120.3
JPTYO|Tokyo|1|35.6|139.8
JPNRT|Tokyo Narita|4|35.8|140.4
JPOSA|Osaka|1|34.6|135.4
JPKIX|Osaka Kansai|4|34.4|135.2
KRPUS|Busan|1-4|35.1|129.0
KRICN|Seoul Incheon|4|37.5|126.4
SGSIN|Singapore|1-4|1.3|103.8
MYPKG|Port Klang|1|3.0|101.4
MYKUL|Kuala Lumpur|4|2.7|101.7
THLCH|Laem Chabang|1|13.1|100.9
THBKK|Bangkok|1-4|13.7|100.7
VNSGN|Ho Chi Minh City|1-4|10.8|106.7
VNHPH|Haiphong|1|20.9|106.7
IDJKT|Jakarta|1-4|-6.1|106.9
PHMNL|Manila|1-4|14.6|120.9
INNSA|Nhava Sheva|1|18.9|72.9
INBOM|Mumbai|1-4|19.1|72.9
AEJEA|Jebel Ali|1|25.0|55.1
AEDXB|Dubai|1-4|25.3|55.4
SAJED|Jeddah|1-4|21.5|39.2
AUSYD|Sydney|1-4|-33.9|151.2
AUMEL|Melbourne|1-4|-37.8|144.9
USLAX|Los Angeles|1-4|33.9|-118.3
USLGB|Long Beach|1|33.8|-118.2
USOAK|Oakland|1-4|37.8|-122.3
USSEA|Seattle|1-4|47.6|-122.3
USNYC|New York|1|40.7|-74.0
USJFK|New York JFK|4|40.6|-73.8
USSAV|Savannah|1|32.1|-81.1
USATL|Atlanta|4|33.6|-84.4
USHOU|Houston|1-4|29.8|-95.3
USCHI|Chicago|2-4|41.9|-87.7
CAVAN|Vancouver|1|49.3|-123.1
CAYVR|Vancouver International|4|49.2|-123.2
MXZLO|Manzanillo|1|19.1|-104.3
MXMEX|Mexico City|4|19.4|-99.1
BRSSZ|Santos|1|-24.0|-46.3
BRGRU|Sao Paulo Guarulhos|4|-23.4|-46.5
ZADUR|Durban|1-4|-29.9|31.0
ZAJNB|Johannesburg|4|-26.1|28.2
NLRTM|Rotterdam|1|51.9|4.5
NLAMS|Amsterdam|1-4|52.3|4.8
NLTLB|Tilburg|2|51.6|5.1
DEHAM|Hamburg|1-2-4|53.6|10.0
DEBRV|Bremerhaven|1|53.5|8.6
DEDUI|Duisburg|2|51.4|6.8
DEFRA|Frankfurt|4|50.0|8.6
DEMUC|Munich|4|48.4|11.8
BEANR|Antwerp|1|51.2|4.4
BELGG|Liege|2-4|50.6|5.5
FRLEH|Le Havre|1|49.5|0.1
FRCDG|Paris Charles de Gaulle|4|49.0|2.5
GBFXT|Felixstowe|1|52.0|1.3
GBLHR|London Heathrow|4|51.5|-0.5
ESVLC|Valencia|1-4|39.5|-0.4
ESMAD|Madrid|2-4|40.5|-3.6
ESBCN|Barcelona|1-4|41.3|2.1
ITGOA|Genoa|1-4|44.4|8.9
ITMXP|Milan Malpensa|4|45.6|8.7
PLGDN|Gdansk|1-4|54.4|18.7
PLMLA|Malaszewicze|2|52.0|23.5
PLWAW|Warsaw|2-4|52.2|21.0
`;

/** Main ports, airports and rail terminals, so that a fresh installation knows where things are. */
export class FreightSeedPlaces1796391001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const rows = PLACES.trim()
      .split('\n')
      .map((line) => {
        const [code = '', name, functions, latitude, longitude] = line.split('|');
        return {
          code,
          name,
          country: code.slice(0, 2),
          functions,
          latitude: Number(latitude),
          longitude: Number(longitude),
        };
      });
    await db.query(
      `INSERT INTO freight.place (code, name, country, functions, latitude, longitude, source)
       SELECT r.code, r.name, r.country, r.functions, r.latitude, r.longitude, $2
       FROM jsonb_to_recordset($1::jsonb) AS r (code text, name text, country text, functions text,
            latitude double precision, longitude double precision)`,
      [JSON.stringify(rows), SOURCE],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM freight.place WHERE source = $1`, [SOURCE]);
  }
}
