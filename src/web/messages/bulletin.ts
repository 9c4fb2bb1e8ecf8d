import { catalogue } from './catalogue.ts';

/** Texts of the page that leads to the bulletins. */
export const bulletinTexts = catalogue(
  {
    title: '通报',
    lead: '与 govprobe report 写出的是同一份文件，可直接打印。',
    simulating: '名次区间尚在模拟，此时打开的通报不含把握程度；稍后再打开即有。',
    caption: '可阅读的通报',
    columns: { state: '内容', zh: '中文', en: '英文' },
    now: '目前所知',
    edition: (name: string) => `版次 ${name}`,
    read: '阅读',
    none: '数据文件夹里还没有可写成通报的运行。',
  },
  {
    title: 'Bulletin',
    lead: 'The same document that govprobe report writes, ready to print.',
    simulating:
      'The intervals of the ranks are still being simulated; a bulletin opened now states no certainty. Open it again later.',
    caption: 'Bulletins to read',
    columns: { state: 'Of', zh: 'Chinese', en: 'English' },
    now: 'What is known now',
    edition: (name: string) => `Edition ${name}`,
    read: 'Read',
    none: 'The data folder holds no run yet that a bulletin could be written of.',
  },
);
