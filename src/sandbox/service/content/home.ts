import { type Block, type Content, heading, type LinkItem, text } from '../kit/blocks.ts';
import { between } from '../kit/chance.ts';
import { pageLink, type ServiceSite } from '../site.ts';
import { channelLinks } from './accounts.ts';
import { certificateTitle } from './certificates.ts';
import { guideTitle } from './guides.ts';
import { matterAt } from './matters.ts';
import { newsLinks } from './news.ts';
import { spaceTitles } from './spaces.ts';
import { trackingTitles } from './tracking.ts';
import { oneThingTitle, zonesTitle } from './zones.ts';

/** The menu in the head of every page. */
export function menuLinks(site: ServiceSite): readonly LinkItem[] {
  const { truth } = site.town;
  const items: LinkItem[] = [
    { text: '首页', href: pageLink(site, 'home') },
    { text: '个人服务', href: pageLink(site, 'matters') },
    { text: '部门服务', href: pageLink(site, 'departments') },
  ];
  if (truth.oneThing !== null) items.push({ text: oneThingTitle(site), href: pageLink(site, 'one-thing') });
  if (truth.crossRegion !== null) items.push({ text: zonesTitle(site), href: pageLink(site, 'zones') });
  if (truth.guides !== null) items.push({ text: guideTitle(site), href: pageLink(site, 'guides') });
  items.push({ text: '帮助中心', href: pageLink(site, 'help') });
  return items;
}

/** Links to log-in, registration and the account spaces. */
export function accountLinks(site: ServiceSite): readonly LinkItem[] {
  const { personalSpace } = site.town.truth;
  const titles = spaceTitles(site);
  return [
    { text: '登录', href: pageLink(site, 'login') },
    { text: '注册', href: pageLink(site, 'register') },
    ...(personalSpace.personal ? [{ text: titles.personal, href: pageLink(site, 'personal') }] : []),
    ...(personalSpace.enterprise ? [{ text: titles.enterprise, href: pageLink(site, 'enterprise') }] : []),
  ];
}

/** The services shown as tiles on the home page. */
function tileLinks(site: ServiceSite): readonly LinkItem[] {
  const { caseTracking, eCertificate, personalSpace } = site.town.truth;
  const tracking = trackingTitles(site);
  const spaces = spaceTitles(site);
  return [
    ...(eCertificate === null ? [] : [{ text: certificateTitle(site), href: pageLink(site, 'certificates') }]),
    ...(caseTracking.progress ? [{ text: tracking.progress, href: pageLink(site, 'progress') }] : []),
    ...(caseTracking.rating ? [{ text: tracking.rating, href: pageLink(site, 'rating') }] : []),
    ...(caseTracking.rates ? [{ text: tracking.rates, href: pageLink(site, 'rates') }] : []),
    ...(personalSpace.subscribe ? [{ text: spaces.subscribe, href: pageLink(site, 'subscribe') }] : []),
    ...(personalSpace.push ? [{ text: spaces.push, href: pageLink(site, 'push') }] : []),
  ];
}

/** The body of the home page. */
export function homePage(site: ServiceSite): Content {
  const { seed } = site.town.style;
  const blocks: Block[] = [];
  const tiles = tileLinks(site);
  if (tiles.length > 0) blocks.push(heading('特色服务'), { kind: 'links', items: tiles, as: 'cards' });
  blocks.push(
    heading('热门服务'),
    { kind: 'names', items: [0, 1, 2, 3, 4].map((index) => matterAt(index, seed).name) },
    // Decoy: numbers of cases are not a query for cases.
    text(`今日办件 ${between(300, 9000, seed, 'today')} 件，累计办件 ${between(100000, 9000000, seed, 'all')} 件`),
    heading('通知公告'),
    { kind: 'links', items: newsLinks(site), as: 'list' },
  );
  const channels = channelLinks(site);
  if (channels.length > 0) blocks.push(heading('移动服务'), { kind: 'links', items: channels, as: 'cards' });
  return { title: `${site.name} ${site.region}`, published: null, blocks };
}

/** Services by subject: names only, handled after log-in. */
export function mattersPage(site: ServiceSite): Content {
  const names = Array.from({ length: 12 }, (_, index) => matterAt(index + 3, site.town.style.seed).name);
  return { title: '个人服务', published: null, blocks: [{ kind: 'names', items: names }] };
}

/** The offices of the place. */
export function departmentsPage(site: ServiceSite): Content {
  const offices = new Set<string>();
  for (let index = 0; index < 20; index += 1) offices.add(matterAt(index, site.town.style.seed).office);
  return {
    title: '部门服务',
    published: null,
    blocks: [{ kind: 'names', items: [...offices].map((office) => `${site.place.name}${office}`) }],
  };
}

/** The help page. */
export function helpPage(): Content {
  return {
    title: '帮助中心',
    published: null,
    blocks: [text('如需帮助，请前往各级政务服务大厅咨询台。'), text('建议使用最新版浏览器访问。')],
  };
}
