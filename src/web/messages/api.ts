import { catalogue } from './catalogue.ts';

/** Texts of the page about the interface for programs. */
export const apiTexts = catalogue(
  {
    title: '接口',
    lead: '供程序读取的 JSON 接口，与各页用同样的数据和同样的筛选条件。',
    caption: '只读地址；列表分页，每个回答带 ETag。',
    columns: { path: '地址', what: '内容' },
    document: 'OpenAPI 3.1 描述',
    paging: 'page 与 size 选择一页（size 最多 500）；带上 If-None-Match 时，没有变化的内容回答 304。',
    login: '在别处提供服务时，程序须带上登录后的会话 Cookie。',
  },
  {
    title: 'API',
    lead: 'A JSON interface for programs, with the same data and the same filters as the pages.',
    caption: 'Addresses to read from; lists are paged, and every answer has an ETag.',
    columns: { path: 'Address', what: 'What it gives' },
    document: 'OpenAPI 3.1 description',
    paging:
      'page and size choose a page (size is at most 500); with If-None-Match what did not change is answered by 304.',
    login: 'Where the console has accounts, a program sends the session cookie of a log-in.',
  },
);
