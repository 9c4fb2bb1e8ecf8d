import type { Government } from '../../../model/government.ts';

/** Names of the region that a site serves. */
export interface Place {
  /** `成都市`, or `四川省` for a province. */
  readonly name: string;
  /** `成都`, `四川`. */
  readonly short: string;
  readonly province: string;
  readonly provinceShort: string;
  /** `省级`, `市级`, `州级`, ... */
  readonly level: string;
  /** `我市`, `全省`: used for the region in news. */
  readonly ours: string;
  /** True for a provincial platform. */
  readonly provincial: boolean;
}

function shorten(name: string): string {
  const short = name.replace(/(?:[\u4e00-\u9fff]{1,3}族)*(?:特别行政区|自治区|自治州|地区|省|市|州|盟)$/u, '');
  return short.length >= 2 ? short : name;
}

/** Names of the region of a government. */
export function placeOf(government: Government): Place {
  const provincial = government.group === 'province';
  const { name } = government;
  const province = government.province === '' ? name : government.province;
  const last = name.slice(-1);
  const level = provincial || name === province ? (last === '区' ? '自治区级' : last === '市' ? '市级' : '省级') : '';
  return {
    name,
    short: shorten(name),
    province,
    provinceShort: shorten(province),
    level: level !== '' ? level : last === '州' ? '州级' : last === '盟' ? '盟级' : last === '区' ? '地区级' : '市级',
    ours: last === '区' ? '全区' : `我${last}`,
    provincial,
  };
}
