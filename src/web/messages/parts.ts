import { catalogue } from './catalogue.ts';

/** Texts that several pages share. */
export const partTexts = catalogue(
  {
    pages: '翻页',
    previous: '上一页',
    next: '下一页',
    pageOf: (page: string, pages: string, all: string) => `第 ${page} 页，共 ${pages} 页（${all} 条）`,
    ofEdition: (name: string, day: string) => `版次 ${name}（${day} 冻结）`,
    ofRun: (run: string, when: string) => `运行 ${run}（${when}）`,
    asKnown: (when: string) => `目前所知（以 ${when} 开始的运行为基础）`,
    behind: (when: string) => `数据此后有变化，正在重新计算；以下是 ${when} 的结果。`,
    toNow: '看目前所知',
    toEdition: '看某一版次',
    all: '全部',
    show: '查看',
    none: '无',
    filter: '筛选',
    clear: '清除筛选',
  },
  {
    pages: 'Pages',
    previous: 'Previous page',
    next: 'Next page',
    pageOf: (page: string, pages: string, all: string) => `Page ${page} of ${pages} (${all} entries)`,
    ofEdition: (name: string, day: string) => `Edition ${name} (frozen ${day})`,
    ofRun: (run: string, when: string) => `Run ${run} (${when})`,
    asKnown: (when: string) => `As known now (on the run of ${when})`,
    behind: (when: string) => `As of ${when}: something has changed since, and the newer result is being computed.`,
    toNow: 'As known now',
    toEdition: 'Choose an edition',
    all: 'all',
    show: 'Show',
    none: 'none',
    filter: 'Filter',
    clear: 'Clear filters',
  },
);
