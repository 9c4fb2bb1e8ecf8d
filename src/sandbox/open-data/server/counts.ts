import { between, hash } from '../../service/kit/chance.ts';
import { totalOf } from '../catalog.ts';
import type { ServerFamily } from '../plans.ts';
import type { PlatformSite } from '../site.ts';
import { fullWidth, inTenThousands, separated } from '../words.ts';

/** Numbers of a home page. Rows, calls, visits and downloads are decoys beside the three counts. */
interface Numbers {
  readonly datasets: number;
  readonly apis: number;
  readonly apps: number;
  readonly rows: number;
  readonly offices: number;
  readonly files: number;
  readonly visits: number;
  readonly downloads: number;
}

function numbersOf(site: PlatformSite): Numbers {
  const { seed, catalog } = site;
  // Some home pages are outdated after new datasets; the list is right.
  const stale = hash(seed, 'stale') % 29 === 0 ? Math.min(3, catalog.holdings.datasets) : 0;
  return {
    datasets: totalOf(catalog, 'dataset') - stale,
    apis: totalOf(catalog, 'api'),
    apps: totalOf(catalog, 'app'),
    rows: catalog.holdings.rows,
    offices: between(21, 68, seed, 'offices'),
    files: totalOf(catalog, 'dataset') * 2 + between(1, 90, seed, 'files'),
    visits: between(90_000, 8_000_000, seed, 'visits'),
    downloads: between(9_000, 600_000, seed, 'downloads'),
  };
}

/** Counters of a family's home page; empty for the family without any. */
export function homeCounters(site: PlatformSite, family: ServerFamily): string {
  const n = numbersOf(site);
  const { count } = site.words;
  switch (family) {
    case 'oportal-classic':
      return `<div class="open-count">已开放：<em>${n.datasets}</em>个数据集，<em>${n.offices}</em>个部门，<em>${n.rows}</em>条数据，<em>${n.apis}</em>个API，<em>${n.apps}</em>个应用</div>`;
    case 'oportal-default':
      return `<ul class="home-count"><li><em>${n.offices}</em>个部门</li><li><em>${n.datasets}</em>个数据集</li><li><em>${n.rows}</em>条数据</li><li><em>${n.files}</em>个数据文件</li><li><em>${n.apis}</em>个API数</li></ul><p class="visit">访问量：<span>${n.visits}</span> 下载量：<span>${n.downloads}</span></p>`;
    case 'oportal-datav':
      return `<div class="datav-top"><span>${separated(n.rows)}条数据</span>；<span>${n.datasets}个数据集</span>；<span>${n.offices}个部门</span></div>`;
    case 'jdop':
      return `<div class="count_box"><div class="num"><span>${count.dataset}</span><b>${n.datasets}</b></div><div class="num"><span>${count.api}</span><b>${n.apis}</b></div><div class="num"><span>数据量(条)</span><b>${n.rows}</b></div><div class="num"><span>${count.app}</span><b>${n.apps}</b></div></div>`;
    case 'open-data-web':
      return `<ul class="tj"><li>${count.dataset}：<strong>${n.datasets}</strong>个</li><li>数据量(万条)：<strong>${(n.rows / 10_000).toFixed(2)}</strong></li><li>${count.app}：<strong>${n.apps}</strong>个</li><li>${count.api}：<strong>${n.apis}</strong>个</li><li>下载次数：<strong>${n.downloads}</strong>次</li></ul>`;
    case 'webapp':
      return `<table class="tj" width="960"><tr><td>${count.dataset}</td><td>${n.datasets}个</td><td>数据条数</td><td>${n.rows}条</td><td>${count.api}</td><td>${n.apis}个</td><td>${count.app}</td><td>${n.apps}个</td><td>访问</td><td>${n.visits}次</td></tr></table>`;
    case 'units':
      return `<dl class="stat"><dt>${count.dataset}</dt><dd><b>${inTenThousands(n.datasets)}</b>个</dd><dt>${count.api}</dt><dd><b>${inTenThousands(n.apis)}</b>个</dd><dt>${count.app}</dt><dd><b>${inTenThousands(n.apps)}</b>个</dd><dt>数据量</dt><dd><b>${inTenThousands(n.rows)}</b>条</dd><dt>接口调用</dt><dd><b>${inTenThousands(n.visits)}</b>次</dd></dl>`;
    case 'neighbours':
      return [
        [n.rows, '数据总量（条）'],
        [n.datasets, `${count.dataset}（个）`],
        [n.apps, `${count.app}（个）`],
        [n.visits, '访问量（次）'],
        [n.apis, `${count.api}（个）`],
      ]
        .map(
          ([value, label]) =>
            `<div class="cell"><div class="n">${fullWidth(Number(value))}</div><div class="t">${label}</div></div>`,
        )
        .join('');
    case 'list-only':
      return '<div class="banner">开放数据，共享价值</div>';
  }
}
