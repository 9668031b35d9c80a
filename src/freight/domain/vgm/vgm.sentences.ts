import { sentences } from '../../../kernel/sentence.js';

/** What is said of declarations of verified gross mass. */
export const SAY_VGM = sentences('FREIGHT_VGM', {
  no_such_declaration: { en: 'There is no such VGM declaration', zh: 'VGM 声明不存在' },
  undeclarable: { en: 'The verified gross mass cannot be declared so', zh: 'VGM 声明内容有误' },
  carrier_packs: {
    en: 'The carrier packs these goods with others, and declares the container itself',
    zh: '拼箱货物由承运人装箱并声明 VGM',
  },
  other_box: { en: 'The containers of this booking are {boxes}', zh: '该订舱的集装箱为 {boxes}' },
  all_declared: { en: 'All {count} booked containers are declared', zh: '已订的 {count} 个集装箱均已声明' },
  dunnage_needed: {
    en: 'Method 2 adds dunnage and lashing too: say 0 where there is none',
    zh: '方法二须填写衬垫及绑扎材料重量，没有时填 0',
  },
  not_weighed: { en: 'Method 2 is calculated: nothing was weighed', zh: '方法二为计算所得，未经称重' },
  place_needed: { en: 'Say where the container was weighed', zh: '请填写称重地点' },
  time_needed: { en: 'Say when the container was weighed', zh: '请填写称重时间' },
  time_future: { en: 'It cannot have been weighed in the future', zh: '称重时间不得晚于现在' },
  blank: { en: 'Must say something', zh: '不得为空白' },
  over_payload: { en: 'This container carries {payload} kg at most', zh: '该箱最多可装 {payload} 千克' },
  implausible: {
    en: 'Weighed and calculated are {difference} kg apart, and at most {tolerance} kg is usual; where the scale is right, send it again with `acceptFindings`',
    zh: '称重与计算相差 {difference} 千克，通常不超过 {tolerance} 千克；如称重无误，请附 acceptFindings 重新提交',
  },
  stood_by: {
    en: 'Weighed and calculated are {difference} kg apart, and at most {tolerance} kg is usual',
    zh: '称重与计算相差 {difference} 千克，通常不超过 {tolerance} 千克',
  },
  not_taken: { en: 'The carrier has not processed the declaration', zh: '承运人未处理该声明' },
  unknown_declaration: { en: 'The message names no VGM declaration of ours', zh: '报文未对应任何 VGM 声明' },
  no_reason: { en: 'The carrier gave no reason', zh: '承运人未说明原因' },
});
