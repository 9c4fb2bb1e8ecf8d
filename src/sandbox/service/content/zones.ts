import { type Block, type Content, heading, pageNumber, pagerBlock, text } from '../kit/blocks.ts';
import { hash, pick } from '../kit/chance.ts';
import { pageLink, type ServiceSite } from '../site.ts';
import { matterAt } from './matters.ts';

const perPage = 20;
const zoneNames: Readonly<Record<string, string>> = {
  'cross-province': '跨省通办',
  'in-province': '省内通办',
};

interface Zone {
  readonly name: string;
  readonly count: number;
}

/** Zones with their numbers of items, which add up to the total. */
function zonesOf(site: ServiceSite): readonly Zone[] {
  const { crossRegion } = site.town.truth;
  if (crossRegion === null) return [];
  const names = crossRegion.zones.length === 0 ? ['跨省通办'] : crossRegion.zones;
  const share = Math.floor(crossRegion.items / names.length);
  return names.map((name, index) => ({
    name: zoneNames[name] ?? name,
    count: index === 0 ? crossRegion.items - share * (names.length - 1) : share,
  }));
}

/** Label of the entry to the zones: the name of the first zone or a common name. */
export function zonesTitle(site: ServiceSite): string {
  const [first] = zonesOf(site);
  return pick([`${first?.name ?? '跨省通办'}`, `${first?.name ?? '跨省通办'}专区`], site.town.style.seed, 'zones');
}

/** The page of all zones with the number of items of each. */
export function zonesPage(site: ServiceSite): Content | null {
  const { crossRegion } = site.town.truth;
  if (crossRegion === null) return null;
  const { seed } = site.town.style;
  const zones = zonesOf(site);
  const total = pick(
    [
      `目前共可办理通办事项 ${crossRegion.items} 项。`,
      `已上线通办事项${crossRegion.items}项`,
      `通办事项总数：${crossRegion.items}项`,
    ],
    seed,
    'zones-total',
  );
  return {
    title: zonesTitle(site),
    published: null,
    blocks: [
      text(total),
      {
        kind: 'links',
        items: zones.map(({ name, count }, index) => ({
          text: name,
          href: pageLink(site, 'zone', index),
          note: pick([`${count}项`, `（${count}）`, `事项数 ${count} 项`], seed, 'zone-count'),
        })),
        as: 'cards',
      },
    ],
  };
}

/** The items of one zone, paged. */
export function zonePage(site: ServiceSite, index: number, asked: string | null): Content | null {
  const zone = zonesOf(site)[index];
  if (zone === undefined) return null;
  const { seed } = site.town.style;
  const pages = Math.max(1, Math.ceil(zone.count / perPage));
  const page = pageNumber(asked, pages);
  const names: string[] = [];
  for (let item = (page - 1) * perPage; item < Math.min(zone.count, page * perPage); item += 1) {
    names.push(matterAt(item, hash(seed, 'zone', index)).name);
  }
  return {
    title: `${zone.name}`,
    published: null,
    blocks: [
      text(`共${zone.count}项`),
      { kind: 'names', items: names },
      pagerBlock(page, pages, (number) => pageLink(site, 'zone', index, { page: number })),
    ],
  };
}

/** The platform's name for its one-thing zone. */
export function oneThingTitle(site: ServiceSite): string {
  return pick(
    ['高效办成一件事', '一件事一次办', '“一件事”专区', '一件事集成服务', '高效办成“一件事”专区'],
    site.town.style.seed,
    'one-thing',
  );
}

/** The one-thing zone: joined-up services, with ordinary services beside them. */
export function oneThingPage(site: ServiceSite): Content | null {
  const { oneThing } = site.town.truth;
  if (oneThing === null) return null;
  const { seed } = site.town.style;
  const blocks: Block[] = [
    text('从“一事一流程”到“多事一流程”，减环节、减时间、减材料、减跑动。'),
    text(pick([`已上线 ${oneThing.items.length} 件`, `共${oneThing.items.length}个主题`], seed, 'one-thing-total')),
    {
      kind: 'links',
      items: oneThing.items.map((title, index) => ({ text: title, href: pageLink(site, 'one-thing-item', index) })),
      as: pick(['cards', 'list'] as const, seed, 'one-thing-list'),
    },
    heading('热门事项'),
    { kind: 'names', items: [0, 1, 2, 3].map((index) => matterAt(index + 7, seed).name) },
  ];
  return { title: oneThingTitle(site), published: null, blocks };
}

/** A joined-up service with the services it combines. */
export function oneThingItem(site: ServiceSite, index: number): Content | null {
  const title = site.town.truth.oneThing?.items[index];
  if (title === undefined) return null;
  return {
    title,
    published: null,
    blocks: [
      text(`将${title}涉及的多个环节整合，实行一次告知、一表申请、一套资料、一窗受理、一网办结。`),
      heading('联办事项'),
      { kind: 'names', items: [0, 1, 2].map((item) => matterAt(index * 3 + item, site.town.style.seed).name) },
      { kind: 'links', items: [{ text: '立即办理', href: pageLink(site, 'login') }], as: 'list' },
    ],
  };
}
