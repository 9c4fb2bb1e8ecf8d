import type { Content } from '../kit/blocks.ts';
import type { PageId, ServiceSite } from '../site.ts';
import { agreementPage, channelContent, loginPage, privacyPage, registerPage, ssoPage } from './accounts.ts';
import { certificatePage } from './certificates.ts';
import { guideList, guidePage } from './guides.ts';
import { departmentsPage, helpPage, homePage, mattersPage } from './home.ts';
import { articlePage } from './news.ts';
import { enterprisePage, personalPage, pushPage, subscribePage } from './spaces.ts';
import { progressPage, ratesPage, ratingPage } from './tracking.ts';
import { oneThingItem, oneThingPage, zonePage, zonesPage } from './zones.ts';

/** Pages about the account. */
const accountPages = {
  login: loginPage,
  sso: ssoPage,
  register: registerPage,
  agreement: agreementPage,
  privacy: privacyPage,
} as const;

/** Content of a page; null if the town has no such page. `given` has query and form fields. */
export function contentOf(
  site: ServiceSite,
  id: PageId | 'home',
  index: number | null,
  given: URLSearchParams,
): Content | null {
  const asked = given.get('page');
  switch (id) {
    case 'home':
      return homePage(site);
    case 'guides':
      return guideList(site, asked);
    case 'guide':
      return index === null ? null : guidePage(site, index);
    case 'one-thing':
      return oneThingPage(site);
    case 'one-thing-item':
      return index === null ? null : oneThingItem(site, index);
    case 'zones':
      return zonesPage(site);
    case 'zone':
      return index === null ? null : zonePage(site, index, asked);
    case 'certificates':
      return certificatePage(site, given.get('zzmc'));
    case 'progress':
      return progressPage(site, given);
    case 'rating':
      return ratingPage(site);
    case 'rates':
      return ratesPage(site);
    case 'personal':
      return personalPage(site);
    case 'enterprise':
      return enterprisePage(site);
    case 'subscribe':
      return subscribePage(site);
    case 'push':
      return pushPage(site);
    case 'login':
    case 'sso':
    case 'register':
    case 'agreement':
    case 'privacy':
      return accountPages[id](site);
    case 'app':
    case 'mini':
    case 'wechat':
      return channelContent(site, id);
    case 'matters':
      return mattersPage(site);
    case 'departments':
      return departmentsPage(site);
    case 'help':
      return helpPage();
    case 'article':
      return index === null ? null : articlePage(site, index);
  }
}
