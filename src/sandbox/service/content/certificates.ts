import { type Block, type Content, heading, text } from '../kit/blocks.ts';
import { pick } from '../kit/chance.ts';
import { pageLink, type ServiceSite } from '../site.ts';

const kinds = [
  '居民身份证',
  '居民户口簿',
  '营业执照',
  '结婚证',
  '离婚证',
  '出生医学证明',
  '不动产权证书',
  '机动车驾驶证',
  '机动车行驶证',
  '社会保障卡',
  '食品经营许可证',
  '药品经营许可证',
  '道路运输经营许可证',
  '残疾人证',
  '律师执业证',
  '医师执业证书',
  '护士执业证书',
  '教师资格证',
  '取水许可证',
  '排污许可证',
  '建筑业企业资质证书',
  '安全生产许可证',
  '民办学校办学许可证',
  '社会团体法人登记证书',
  '特种设备使用登记证',
  '医疗机构执业许可证',
  '公共场所卫生许可证',
  '住房公积金缴存证明',
] as const;

function kindAt(index: number): string {
  const name = kinds[index % kinds.length] ?? '';
  const round = Math.floor(index / kinds.length);
  return round === 0 ? name : `${name}（第${round + 1}版式）`;
}

/** The platform's name for its certificates. */
export function certificateTitle(site: ServiceSite): string {
  return pick(['电子证照', '电子证照库', '我的电子证照', '电子证照专区', '电子证照应用'], site.town.style.seed, 'cert');
}

/**
 * Page of electronic certificates: kinds by name and number, and their recognition in other places.
 */
export function certificatePage(site: ServiceSite, asked: string | null): Content | null {
  const { eCertificate } = site.town.truth;
  if (eCertificate === null) return null;
  const { seed } = site.town.style;
  const { kinds: count } = eCertificate;
  const blocks: Block[] = [
    text(
      pick(
        [`已归集电子证照 ${count} 类。`, `目前可查询电子证照${count}种`, `证照种类：${count}类`],
        seed,
        'cert-count',
      ),
    ),
    {
      kind: 'form',
      action: pageLink(site, 'certificates'),
      method: 'get',
      fields: [
        ...site.mount.keep.map(([name, value]) => ({ name, label: '', type: 'hidden' as const, value })),
        { name: 'zzmc', label: '证照名称', type: 'text', hint: '请输入证照名称' },
      ],
      button: '查询',
    },
  ];
  const names = Array.from({ length: count }, (_, index) => kindAt(index));
  const shown = asked === null || asked === '' ? names : names.filter((name) => name.includes(asked));
  blocks.push({ kind: 'names', items: shown.length > 0 ? shown : ['未查询到相关证照'] });
  if (eCertificate.mutual) {
    blocks.push(
      heading(pick(['互通互认', '证照互认', '跨区域互认应用'], seed, 'mutual-title')),
      text(
        pick(
          [
            '本平台签发的电子证照已实现全国范围内互通互认。',
            `${site.place.provinceShort}与周边省份电子证照互认共享，可在异地办事时直接使用。`,
            '依托国家政务服务平台，电子证照跨地区、跨部门互认共用。',
          ],
          seed,
          'mutual',
        ),
      ),
    );
  } else {
    blocks.push(text('电子证照请在本平台出示使用，使用前请先完成实名认证。'));
  }
  blocks.push({ kind: 'links', items: [{ text: '登录后查看我的证照', href: pageLink(site, 'login') }], as: 'list' });
  return { title: certificateTitle(site), published: null, blocks };
}
