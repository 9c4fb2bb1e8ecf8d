import { getDomain } from 'tldts';
import type { Government, SiteAddress, SiteKind } from '../../model/government.ts';
import { siteKinds } from '../../model/government.ts';
import { UsageError } from '../../model/usage-error.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Chinese numeral for 1..99. */
function numeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? '';
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`;
}

/** The address of the site in a copy of the country, with another registrable name. */
function copiedUrl(url: string, copy: number): string {
  const parsed = new URL(url);
  const domain = getDomain(parsed.hostname);
  if (domain === null) {
    // For an IP address: a neighbouring network. Names without a registrable domain cannot occur in
    // a registry.
    const octets = parsed.hostname.split('.').map(Number);
    parsed.hostname = octets.map((octet, at) => (at === 1 ? (octet + copy) % 256 : octet)).join('.');
    return parsed.href;
  }
  const [label, ...rest] = domain.split('.');
  const renamed = [`${label}-${copy}`, ...rest].join('.');
  parsed.hostname = parsed.hostname.slice(0, parsed.hostname.length - domain.length) + renamed;
  return parsed.href;
}

function copied(government: Government, copy: number): Government {
  const sites: Partial<Record<SiteKind, SiteAddress>> = {};
  const code = String(Number(government.code) + copy).padStart(government.code.length, '0');
  for (const kind of siteKinds) {
    const address = government.sites[kind];
    if (address === undefined) continue;
    // A region parameter names the copy as it named the original.
    sites[kind] = { ...address, url: copiedUrl(address.url, copy).replaceAll(government.code, code) };
  }
  const prefix = numeral(copy);
  return {
    ...government,
    code,
    name: `${prefix}${government.name}`,
    pinyin: government.pinyin === '' ? '' : `${government.pinyin}${copy}`,
    province: `${prefix}${government.province}`,
    sites,
  };
}

/**
 * A country `scale` times as large: the registry, then copies with their own codes, names and
 * hosts; province names differ too, so that provincial hosts are shared as widely as before.
 * @throws UsageError if scale is not an integer from 1 to 99, or copies would share a code
 */
export function scaleRegistry(governments: readonly Government[], scale: number): readonly Government[] {
  if (!Number.isInteger(scale) || scale < 1 || scale > 99) {
    throw new UsageError(`The scale of the simulated country must be a whole number between 1 and 99, not ${scale}.`);
  }
  if (scale === 1) return governments;
  const all = Array.from({ length: scale }, (_, copy) =>
    copy === 0 ? governments : governments.map((government) => copied(government, copy)),
  ).flat();
  const codes = new Set(all.map(({ code }) => code));
  if (codes.size !== all.length) {
    throw new UsageError(`The registry cannot be copied ${scale} times: two copies would share a code.`);
  }
  return all;
}
